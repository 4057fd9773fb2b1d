import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readOptions } from '../../../electron/training/options.ts';
import { spawnTraining } from '../../support/training.ts';

const entry = join(import.meta.dirname, '../../../electron/training/index.ts');

describe('the training process', () => {
  it('prints one JSON line with loopback addresses and ends when standard input closes', async () => {
    const child = spawn(process.execPath, [entry, '--orders', '3'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString();
    });
    await expect.poll(() => output, { timeout: 10_000 }).toContain('\n');
    const loopback = expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(JSON.parse(output)).toEqual({ ready: true, baseUrl: loopback, adminUrl: loopback });
    child.stdin.end();
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(0);
    expect(output.trimEnd().split('\n')).toHaveLength(1);
  });

  it('stays after standard input closes when told to, and ends on SIGTERM', async () => {
    const training = await spawnTraining(['--stay', '--orders', '3']);
    training.process.stdin?.end();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await training.desk.orders()).toHaveLength(3);
    training.process.kill('SIGTERM');
    const [code] = (await once(training.process, 'exit')) as [number];
    expect(code).toBe(0);
  });

  it.each([
    [['--orders', 'many'], 'orders'],
    [['--port', '70000'], 'port'],
    [['--unknown'], 'unknown'],
  ])('refuses %j with a sentence', (args, word) => {
    expect(() => readOptions(args)).toThrow(word);
  });

  it('takes everything from its arguments', () => {
    const args = ['--state', '/x', '--port', '1234', '--seed', '5', '--orders', '9', '--token-life-s', '60'];
    expect(readOptions([...args, '--takes-repeats'])).toEqual({
      stateDir: '/x',
      port: 1234,
      seed: 5,
      orders: 9,
      tokenLifeS: 60,
      takesRepeats: true,
      stay: false,
    });
  });
});
