import type { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../shared/contract/define.ts';
import type { AppContract } from '../../shared/contract/index.ts';
import type { PracticeTraySchema } from '../../shared/contract/training.ts';

export type PracticeTray = z.infer<typeof PracticeTraySchema>;
export type TrayState = { readonly tray: PracticeTray | null; readonly load: () => Promise<void> };

/** The codes of the practice orders that still wait; stays null where nobody practises. */
export const createTrayStore = (client: Client<AppContract>): StoreApi<TrayState> =>
  createStore<TrayState>((set) => ({
    tray: null,
    load: async () => {
      const answer = await client.training.tray({});
      set({ tray: answer.ok ? answer.value : null });
    },
  }));
