import type { Count, Stage, StageResult } from './stage.ts';

interface TimedResult extends StageResult {
  readonly ms: number;
}

/**
 * Runs every stage, `atOnce` at a time, also after one has failed. Each prints one line in the order of the list, then
 * its output where there is something to see.
 */
export async function runStages(
  stages: readonly Stage[],
  atOnce: number,
  print: (text: string) => void,
): Promise<Count> {
  const waiting = [...stages];
  const running: { readonly name: string; readonly result: Promise<TimedResult> }[] = [];
  let total: Count = { passed: 0, failed: 0, skipped: 0 };
  for (;;) {
    running.push(
      ...waiting.splice(0, atOnce - running.length).map((stage) => ({ name: stage.name, result: runOne(stage) })),
    );
    const first = running.shift();
    if (first === undefined) return total;
    const result = await first.result;
    print(lineFor(first.name, result));
    if (result.output !== '') print(`${result.output.trimEnd().replace(/^/gm, '    ')}\n`);
    total = add(total, result);
  }
}

/** The closing line: it is read by machines, so it holds these words and nothing else. */
export function closingLine({ passed, failed }: Count): string {
  return `${passed} passed, ${failed} failed\n`;
}

/** A stage that throws is a failed stage, not the end of the run. */
async function runOne(stage: Stage): Promise<TimedResult> {
  const startedAtMs = performance.now();
  const ms = () => performance.now() - startedAtMs;
  try {
    return { ...(await stage.run()), ms: ms() };
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, output: String(error instanceof Error ? error.stack : error), ms: ms() };
  }
}

function lineFor(name: string, { passed, failed, skipped, ms }: TimedResult): string {
  const mark = failed === 0 ? '✓' : '✗';
  const counts = `${passed} passed, ${failed} failed${skipped === 0 ? '' : `, ${skipped} skipped`}`;
  return `${mark} ${name.padEnd(36)} ${(ms / 1000).toFixed(1).padStart(6)} s   ${counts}\n`;
}

function add(a: Count, b: Count): Count {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
