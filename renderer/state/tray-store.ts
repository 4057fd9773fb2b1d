import type { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../shared/contract/define.ts';
import type { AppContract } from '../../shared/contract/index.ts';
import type { PracticeTraySchema } from '../../shared/contract/training.ts';

export type PracticeTray = z.infer<typeof PracticeTraySchema>;
export type TrayState = {
  readonly tray: PracticeTray | null;
  /** The one shop whose orders lie on the tray; null for the first orders of all. */
  readonly shop: string | null;
  readonly show: (shop: string | null) => Promise<void>;
  readonly load: () => Promise<void>;
};

/** The codes of the practice orders that still wait; stays null where nobody practises. */
export const createTrayStore = (client: Client<AppContract>): StoreApi<TrayState> =>
  createStore<TrayState>((set, get) => ({
    tray: null,
    shop: null,
    show: async (shop) => {
      set({ shop });
      await get().load();
    },
    load: async () => {
      const { shop } = get();
      const answer = await client.training.tray(shop === null ? {} : { shop });
      if (get().shop === shop) set({ tray: answer.ok ? answer.value : null });
    },
  }));
