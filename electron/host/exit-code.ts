import type { Problem } from '../../shared/contract/problem.ts';

/** Exit codes of every host and of the command line. */
export const EXIT = { good: 0, failed: 1, usage: 2, folderInUse: 3, damagedData: 4 } as const;

/** What a host that could not start ends with. */
export function exitCodeOf(problem: Problem): number {
  if (problem.code === 'data-folder-in-use') return EXIT.folderInUse;
  return problem.code === 'database-damaged' || problem.code === 'no-good-backup' ? EXIT.damagedData : EXIT.failed;
}
