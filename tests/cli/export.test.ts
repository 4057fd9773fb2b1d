import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, newDataDir } from './command-line.ts';

describe('exporting from the command line', () => {
  it('writes a file in the language that is asked for, and never over one that is there', async () => {
    const dataDir = newDataDir();
    const cli = commandLine(dataDir);
    const file = join(dataDir, '..', 'out.csv');
    const first = await cli('--json', 'export', file, '--lang', 'zh', '--state', 'shipped');
    expect([first.code, first.json()]).toEqual([0, { file, rows: 0, whole: true }]);
    expect(readFileSync(file, 'utf8').startsWith('\uFEFF"店铺","平台","订单号"')).toBe(true);
    const again = await cli('export', file);
    expect(again.code).toBe(2);
    expect(again.complaint).toContain('exists already');
  });

  it.each([
    ['another kind of file', ['out.pdf']],
    ['a state nobody knows', ['out.csv', '--state', 'lost']],
  ])('refuses %s as a wrong command', async (_what, args) => {
    expect((await commandLine(newDataDir())('export', ...args)).code).toBe(2);
  });
});
