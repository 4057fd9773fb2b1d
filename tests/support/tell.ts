import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** Lines `npm test` shows under its stage, also when everything passed. */
    told?: string[];
  }
}

/** Has `npm test` show one line: a figure that the test has just made sure of. */
export function tell({ task }: Pick<TestContext, 'task'>, line: string): void {
  (task.meta.told ??= []).push(line);
  console.log(line);
}
