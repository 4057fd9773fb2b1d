import { useState } from 'react';
import type { Problem } from '../../shared/contract/problem.ts';
import type { Result } from '../../shared/kernel/result.ts';

export type Task = {
  readonly busy: boolean;
  /** What the last call was refused with. */
  readonly problem: Problem | null;
  readonly run: <Value>(call: Promise<Result<Value, Problem>>) => Promise<Result<Value, Problem>>;
};

/** A call that a person waits for: whether it runs, and what it was refused with until the next one. */
export function useTask(): Task {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run: Task['run'] = async (call) => {
    setBusy(true);
    const answer = await call;
    setBusy(false);
    setProblem(answer.ok ? null : answer.error);
    return answer;
  };
  return { busy, problem, run };
}
