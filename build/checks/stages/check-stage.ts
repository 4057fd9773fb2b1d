import { runProgram } from './run-program.ts';
import type { Stage } from './stage.ts';

const limitMs = 5 * 60_000;

/** A stage that is one check: passed where the program ends with 0. Its last line is shown where it passes. */
export function checkStage(name: string, file: string, args: readonly string[]): Stage {
  return {
    name,
    run: async () => {
      const { code, output } = await runProgram(file, args, { limitMs });
      return code === 0
        ? { passed: 1, failed: 0, skipped: 0, output: '' }
        : { passed: 0, failed: 1, skipped: 0, output };
    },
  };
}
