import { describe, expect, test } from 'vitest';
import { countPlaywright, type PlaywrightReport } from '../../../build/checks/stages/count-playwright.ts';
import { countVitest, type VitestReport } from '../../../build/checks/stages/count-vitest.ts';

const file = (status: string, ...statuses: string[]): VitestReport['testResults'][number] => ({
  name: 'a.test.ts',
  status,
  assertionResults: statuses.map((each, index) => ({ status: each, fullName: `test ${index}` })),
});

describe('counting a vitest run', () => {
  test('takes passed, failed and skipped tests from the report', () => {
    const report = { testResults: [file('failed', 'passed', 'failed', 'pending'), file('passed', 'passed')] };
    expect(countVitest(report, 1, 'why')).toEqual({ passed: 2, failed: 1, skipped: 1, output: 'why' });
  });

  test('names the skipped tests of a good run', () => {
    expect(countVitest({ testResults: [file('passed', 'passed', 'todo')] }, 0, 'x').output).toBe('skipped: test 1');
  });

  test('shows what a passed test has to tell', () => {
    const { testResults } = { testResults: [file('passed', 'passed')] };
    const told = testResults.map((each) => ({
      ...each,
      assertionResults: each.assertionResults.map((one) => ({ ...one, meta: { told: ['46 of 46 codes'] } })),
    }));
    expect(countVitest({ testResults: told }, 0, '').output).toBe('46 of 46 codes');
  });

  test('counts a file that did not load as a failure', () => {
    const report = { testResults: [file('failed'), file('passed', 'passed')] };
    expect(countVitest(report, 1, '')).toMatchObject({ passed: 1, failed: 1 });
  });

  test.each([
    ['an error outside every test', { testResults: [file('passed', 'passed')] }, 1],
    ['a crash without a report', undefined, 139],
    ['a run without a test', { testResults: [] }, 0],
  ])('counts %s as a failure', (_what, report, exitCode) => {
    expect(countVitest(report, exitCode, '').failed).toBe(1);
  });
});

const spec = (status: 'expected' | 'unexpected' | 'flaky' | 'skipped', reason?: string) => ({
  title: `a ${status} spec`,
  tests: [{ status, annotations: reason === undefined ? [] : [{ type: 'skip', description: reason }] }],
});

const nested = (...specs: ReturnType<typeof spec>[]): PlaywrightReport => ({
  suites: [{ title: 'file', specs: [], suites: [{ title: 'describe', specs }] }],
  errors: [],
});

describe('counting a Playwright run', () => {
  test('takes its tests from the report', () => {
    const report = nested(spec('expected'), spec('expected'), spec('unexpected'), spec('skipped'));
    expect(countPlaywright(report, 1, 'why')).toEqual({ passed: 2, failed: 1, skipped: 1, output: 'why' });
  });

  test('counts what passed only when tried again, and names it', () => {
    const output = 'passed when tried again: a flaky spec';
    const report = nested(spec('expected'), spec('flaky'));
    expect(countPlaywright(report, 0, '')).toEqual({ passed: 2, failed: 0, skipped: 0, output });
  });

  test('names a skipped test with its reason', () => {
    const { output } = countPlaywright(nested(spec('expected'), spec('skipped', 'no Electron binary here')), 0, '');
    expect(output).toBe('skipped: a skipped spec (no Electron binary here)');
  });

  test.each([
    ['a run that ended badly without a failed test', nested(spec('expected')), 1],
    ['a crash without a report', undefined, 1],
    ['a run in which every test was skipped', nested(spec('skipped')), 0],
  ])('counts %s as a failure', (_what, report, exitCode) => {
    expect(countPlaywright(report, exitCode, '').failed).toBe(1);
  });
});
