import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppContract } from '../../shared/contract/index.ts';
import type { Client } from '../../shared/contract/define.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { ShopView } from '../../shared/contract/shops.ts';

/** What the test of a connection came to. */
export type ConnectionTest =
  | { readonly kind: 'running' }
  | { readonly kind: 'ok'; readonly carriers: number; readonly clockSkewSeconds: number | null }
  | { readonly kind: 'failed'; readonly problem: Problem };

export type ShopsState = {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly problem: Problem | null;
  readonly shops: readonly ShopView[];
  /** The last test of each shop, by shop id. */
  readonly tests: Readonly<Record<string, ConnectionTest>>;
  readonly load: () => Promise<void>;
  readonly test: (shopId: string) => Promise<void>;
  readonly forgetTest: (shopId: string) => void;
};
export type ShopsStore = StoreApi<ShopsState>;

/** The shops of this desk. Nothing secret ever enters it: forms hand credentials to the backend and drop them. */
export function createShopsStore(client: Client<AppContract>): ShopsStore {
  return createStore<ShopsState>((set, get) => {
    const note = (shopId: string, test: ConnectionTest) => set({ tests: { ...get().tests, [shopId]: test } });
    return {
      phase: 'loading',
      problem: null,
      shops: [],
      tests: {},
      load: async () => {
        const answer = await client.shops.list({});
        set(
          answer.ok
            ? { phase: 'ready', problem: null, shops: answer.value }
            : { phase: 'failed', problem: answer.error },
        );
      },
      test: async (shopId) => {
        note(shopId, { kind: 'running' });
        const answer = await client.shops.test({ shop: shopId });
        note(shopId, answer.ok ? { kind: 'ok', ...answer.value } : { kind: 'failed', problem: answer.error });
        await get().load();
      },
      forgetTest: (shopId) => {
        const { [shopId]: _gone, ...tests } = get().tests;
        set({ tests });
      },
    };
  });
}
