import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, '../../../../electron/services/platforms/http');

test('the folder that may use sockets never listens on one and never switches verification off', () => {
  const files = readdirSync(folder).filter((name) => name.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(5);
  for (const name of files) {
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text, name).not.toMatch(/createServer|\.listen\(|rejectUnauthorized:\s*false|keepAlive:\s*true|fetch\(/);
  }
});
