import type { StageResult } from './stage.ts';

/** The part of Playwright's JSON report that is counted. */
export interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly unknown[];
}

export interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly annotations: readonly { readonly type: string; readonly description?: string }[];
    }[];
  }[];
}

/**
 * Counts a Playwright run; a skipped test is named with its reason, and one that passed only when it was tried again is
 * named too. A run that ends badly has at least one failure.
 */
export function countPlaywright(report: PlaywrightReport | undefined, exitCode: number, output: string): StageResult {
  const specs = (report?.suites ?? []).flatMap(specsOf);
  const tests = specs.flatMap(({ title, tests }) => tests.map((test) => ({ title, ...test })));
  const flaky = tests
    .filter(({ status }) => status === 'flaky')
    .map(({ title }) => `passed when tried again: ${title}`);
  const passed = tests.filter(({ status }) => status === 'expected').length + flaky.length;
  const skipped = tests.filter(({ status }) => status === 'skipped');
  const counted = tests.length - passed - skipped.length;
  const failed = counted === 0 && (exitCode !== 0 || passed === 0) ? 1 : counted;
  const reasons = skipped.map(({ title, annotations }) => {
    const reason = annotations.find(({ type }) => type === 'skip' || type === 'fixme')?.description;
    return `skipped: ${title}${reason === undefined ? '' : ` (${reason})`}`;
  });
  return { passed, failed, skipped: skipped.length, output: failed > 0 ? output : [...reasons, ...flaky].join('\n') };
}

function specsOf(suite: PlaywrightSuite): PlaywrightSuite['specs'] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsOf)];
}
