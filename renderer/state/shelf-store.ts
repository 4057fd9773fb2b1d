import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../shared/contract/define.ts';
import type { AppContract } from '../../shared/contract/index.ts';
import type { ProblemShelf } from '../../shared/contract/packing.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { Result } from '../../shared/kernel/result.ts';

export type ShelfState = {
  /** Null until the backend answered once. */
  readonly shelf: ProblemShelf | null;
  readonly problem: Problem | null;
  readonly load: () => Promise<void>;
  readonly lift: (order: { readonly shopId: string; readonly orderId: string }) => Promise<void>;
  readonly found: (opId: string) => Promise<void>;
};

/** The problem shelf: boxes that must not leave, and orders put aside. */
export const createShelfStore = (client: Client<AppContract>): StoreApi<ShelfState> =>
  createStore<ShelfState>((set) => {
    const take = async (answer: Promise<Result<ProblemShelf, Problem>>): Promise<void> => {
      const result = await answer;
      set(result.ok ? { shelf: result.value, problem: null } : { problem: result.error });
    };
    return {
      shelf: null,
      problem: null,
      load: () => take(client.packing.shelf({})),
      lift: ({ shopId, orderId }) => take(client.packing.liftHold({ shopId, orderId })),
      found: (opId) => take(client.packing.boxFound({ opId })),
    };
  });
