import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNodeSpawn, practiceEntry } from '../../../electron/host/practice-process.ts';
import { createStartTraining } from '../../../electron/host/start-training.ts';
import { temporaryFolder } from '../../support/hosts.ts';

const hostEntry = join(import.meta.dirname, '..', '..', '..', 'electron', 'loopback', 'index.ts');

/** A program of a few lines that stands in for the practice platforms. */
function program(source: string): string {
  const file = join(temporaryFolder(), 'practice.mjs');
  writeFileSync(file, source);
  return file;
}

const start = (entry: string, limitMs = 5_000, env: NodeJS.ProcessEnv = process.env) =>
  createStartTraining(createNodeSpawn(entry, env), limitMs)({ stateDir: temporaryFolder() });

const ready = (extra: string) =>
  `process.stdout.write(JSON.stringify({ baseUrl: 'http://127.0.0.1:4001/', adminUrl: 'http://127.0.0.1:4002', extra: ${extra} }) + '\\n'); setInterval(() => {}, 1000);`;

describe('starting the practice platforms', () => {
  it('starts the real ones, which answer on a loopback port until they are stopped', async () => {
    const training = await start(practiceEntry(hostEntry), 15_000);
    expect(training.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(training.baseUrl)).status).toBeGreaterThanOrEqual(200);
    await training.stop();
    await expect(fetch(training.baseUrl)).rejects.toThrow();
  });

  it('looks for the program beside a bundled host, and in its room beside a host run from source', () => {
    expect(practiceEntry('/app/dist/electron/main.js')).toBe('/app/dist/electron/training.js');
    expect(practiceEntry('/app/electron/cli/index.ts')).toBe('/app/electron/training/index.ts');
  });

  it('gives up on a program that ends, says nothing in time, or says something else', async () => {
    await expect(start(program('process.exit(3)'))).rejects.toThrow('ended before');
    await expect(start(join(temporaryFolder(), 'missing.mjs'))).rejects.toThrow('ended before');
    await expect(start(program('setInterval(() => {}, 1000)'), 300)).rejects.toThrow('in time');
    await expect(start(program("console.log('hello'); setInterval(() => {}, 1000)"))).rejects.toThrow();
    await expect(
      start(program(`console.log('{"baseUrl":"http://example.com","adminUrl":"http://example.com"}')`)),
    ).rejects.toThrow();
  });

  it('does not hand our passphrase on, and lets the program end when we do', async () => {
    const marker = join(temporaryFolder(), 'seen');
    const source = `import { writeFileSync } from 'node:fs';
      writeFileSync(${JSON.stringify(marker)}, String(process.env.DISPATCH_DESK_PASSPHRASE));
      process.stdin.on('close', () => process.exit(0)).resume();${ready('1')}`;
    const training = await start(program(source), 5_000, { ...process.env, DISPATCH_DESK_PASSPHRASE: 'example words' });
    expect(training.baseUrl).toBe('http://127.0.0.1:4001');
    await training.stop();
    const { readFileSync } = await import('node:fs');
    expect(readFileSync(marker, 'utf8')).toBe('undefined');
  });
});
