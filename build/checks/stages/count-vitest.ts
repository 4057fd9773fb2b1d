import type { StageResult } from './stage.ts';

/** The part of vitest's JSON report that is counted. */
export interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly fullName: string;
      /** `told`: lines a test wants to be seen, also when it passed (`tests/support/tell.ts`). */
      readonly meta?: { readonly told?: readonly string[] };
    }[];
  }[];
}

/**
 * Counts a vitest run. A file that did not load counts as one failure, and so does a run that ended badly without a
 * failed test: an error outside a test, a crash, no report, no test at all.
 */
export function countVitest(report: VitestReport | undefined, exitCode: number, output: string): StageResult {
  const files = report?.testResults ?? [];
  const tests = files.flatMap(({ assertionResults }) => assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const notRun = tests.filter(({ status }) => status !== 'passed' && status !== 'failed');
  const unloaded = files.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0);
  const counted = tests.filter(({ status }) => status === 'failed').length + unloaded.length;
  const failed = counted === 0 && (exitCode !== 0 || passed === 0) ? 1 : counted;
  const told = tests.flatMap(({ meta }) => meta?.told ?? []);
  const skippedNames = notRun.map(({ fullName }) => `skipped: ${fullName}`);
  return {
    passed,
    failed,
    skipped: notRun.length,
    output: failed > 0 ? output : [...told, ...skippedNames].join('\n'),
  };
}
