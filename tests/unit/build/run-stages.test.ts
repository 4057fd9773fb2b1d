import { describe, expect, test } from 'vitest';
import { checkStage } from '../../../build/checks/stages/check-stage.ts';
import { runProgram } from '../../../build/checks/stages/run-program.ts';
import { closingLine, runStages } from '../../../build/checks/stages/run-stages.ts';
import type { Stage } from '../../../build/checks/stages/stage.ts';

const result = (name: string, passed: number, failed: number, skipped = 0, output = ''): Stage => ({
  name,
  run: () => Promise.resolve({ passed, failed, skipped, output }),
});

const crash: Stage = { name: 'crash', run: () => Promise.reject(new Error('the runner fell over')) };

async function printed(stages: readonly Stage[], atOnce = 1) {
  const lines: string[] = [];
  const count = await runStages(stages, atOnce, (text) => lines.push(...text.trimEnd().split('\n')));
  return { count, lines };
}

describe('the stages of a test run', () => {
  test('are all run, also after a failure and a crash, and their counts are summed', async () => {
    const { count, lines } = await printed([result('a', 2, 1), crash, result('b', 40, 0, 3)]);
    expect(count).toEqual({ passed: 42, failed: 2, skipped: 3 });
    expect(lines.filter((line) => /^[✓✗]/.test(line)).map((line) => line.split(/\s+/).slice(0, 2))).toEqual([
      ['✗', 'a'],
      ['✗', 'crash'],
      ['✓', 'b'],
    ]);
    expect(lines.join('\n')).toContain('the runner fell over');
  });

  test('print one line each with time and counts, in the order of the list however long they take', async () => {
    const slow: Stage = {
      name: 'slow',
      run: () =>
        new Promise((resolve) => setTimeout(() => resolve({ passed: 1, failed: 0, skipped: 0, output: '' }), 50)),
    };
    const { lines } = await printed([slow, result('quick', 3, 0)], 2);
    expect(lines[0]).toMatch(/^✓ slow +0\.\d s {3}1 passed, 0 failed$/);
    expect(lines[1]).toMatch(/^✓ quick +0\.\d s {3}3 passed, 0 failed$/);
  });

  test('never run more at once than asked for', async () => {
    let now = 0;
    let most = 0;
    const counted = (name: string): Stage => ({
      name,
      run: async () => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 5));
        now--;
        return { passed: 1, failed: 0, skipped: 0, output: '' };
      },
    });
    await printed(['a', 'b', 'c', 'd', 'e'].map(counted), 2);
    expect(most).toBe(2);
  });

  test('close with exactly the count', () => {
    expect(closingLine({ passed: 812, failed: 0, skipped: 4 })).toBe('812 passed, 0 failed\n');
  });
});

describe('a check', () => {
  test('passes where its program ends well, and says nothing more', async () => {
    expect(await checkStage('ok', process.execPath, ['-e', 'console.log(1)']).run()).toEqual({
      passed: 1,
      failed: 0,
      skipped: 0,
      output: '',
    });
  });

  test('fails with what its program said', async () => {
    const failed = await checkStage('bad', process.execPath, ['-e', "console.error('why'); process.exit(2)"]).run();
    expect(failed).toEqual({ passed: 0, failed: 1, skipped: 0, output: 'why\n' });
  });

  test('fails where its program is not there', async () => {
    expect(await checkStage('gone', '/nowhere/tool', []).run()).toMatchObject({ passed: 0, failed: 1 });
  });
});

test('a program that hangs is ended at its time limit together with what it started', async () => {
  const hang =
    "require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });";
  const { code, output } = await runProgram(process.execPath, ['-e', `${hang} setInterval(() => {}, 1000)`], {
    limitMs: 500,
  });
  expect(code).toBe(124);
  expect(output).toContain('ended after 0.5 s');
});
