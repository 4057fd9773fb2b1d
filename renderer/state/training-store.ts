import { createStore, type StoreApi } from 'zustand/vanilla';
import type { z } from 'zod';
import type { AppContract } from '../../shared/contract/index.ts';
import type { Client } from '../../shared/contract/define.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { PracticeFaultSchema, TrainingStateSchema } from '../../shared/contract/training.ts';
import type { Result } from '../../shared/kernel/result.ts';

export type PracticeFault = z.infer<typeof PracticeFaultSchema>;
export type TrainingFacts = z.infer<typeof TrainingStateSchema>;

export type TrainingState = {
  /** Null until the backend answered once. */
  readonly training: TrainingFacts | null;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly load: () => Promise<void>;
  /** The three commands resolve to true when they were carried out. */
  readonly start: () => Promise<boolean>;
  readonly stop: () => Promise<boolean>;
  readonly setFault: (fault: PracticeFault) => Promise<boolean>;
};
export type TrainingStore = StoreApi<TrainingState>;

/** Whether training runs, and the trouble that is switched on for practice. */
export function createTrainingStore(client: Client<AppContract>): TrainingStore {
  return createStore<TrainingState>((set) => {
    const run = async (call: () => Promise<Result<TrainingFacts, Problem>>): Promise<boolean> => {
      set({ busy: true, problem: null });
      const answer = await call();
      set(answer.ok ? { busy: false, training: answer.value } : { busy: false, problem: answer.error });
      return answer.ok;
    };
    return {
      training: null,
      busy: false,
      problem: null,
      load: async () => {
        const answer = await client.training.state({});
        set(answer.ok ? { training: answer.value, problem: null } : { problem: answer.error });
      },
      start: () => run(() => client.training.start({})),
      stop: () => run(() => client.training.stop({})),
      setFault: (fault) => run(() => client.training.setFault({ fault })),
    };
  });
}
