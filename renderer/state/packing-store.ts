import { createStore, type StoreApi } from 'zustand/vanilla';
import type { AppContract } from '../../shared/contract/index.ts';
import type { Client } from '../../shared/contract/define.ts';
import type { PackingView, Verdict } from '../../shared/contract/packing.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { BackendLink } from './backend-link.ts';
import { onChange } from './change-feed.ts';

/** A key of the bench, as the contract names it. */
export type BenchAct = Parameters<Client<AppContract>['packing']['act']>[0];
/** One thing the packer did: a scan or a key. */
export type BenchInput = { readonly scan: string } | { readonly act: BenchAct };

/** What the last input came to, numbered so that two equal ones in a row are still two. */
export type VerdictNews = {
  readonly no: number;
  readonly verdict: Verdict;
  readonly before: PackingView | null;
  readonly view: PackingView;
};

export type PackingState = {
  readonly view: PackingView | null;
  readonly news: VerdictNews | null;
  /** Inputs taken but not answered yet; the first is on its way. */
  readonly waiting: readonly BenchInput[];
  /** The last scan exactly as it came, shown before the backend has judged it. */
  readonly echo: string | null;
  /** Set when the backend went away with an input in its hands: nobody knows whether it counted. */
  readonly unconfirmed: BenchInput | null;
  /** A call that failed as a whole (not a refused scan, which is part of the view). */
  readonly problem: Problem | null;
  readonly load: () => Promise<void>;
  readonly send: (input: BenchInput) => void;
};
export type PackingStore = StoreApi<PackingState>;

/**
 * The bench as the backend keeps it. Inputs are answered one after another in the order they came; none is dropped. When
 * the backend is gone the rest waits, and goes on after the view has been fetched again.
 */
export function createPackingStore(link: BackendLink): PackingStore {
  let busy = false;
  let halted = false;
  const store = createStore<PackingState>((set, get) => ({
    view: null,
    news: null,
    waiting: [],
    echo: null,
    unconfirmed: null,
    problem: null,
    load: async () => {
      const answer = await link.client.packing.view({});
      if (!answer.ok) return set({ problem: answer.error });
      if (!busy) set({ view: answer.value, problem: null });
      halted = false;
      void drain();
    },
    send: (input) => {
      set({ waiting: [...get().waiting, input], ...('scan' in input ? { echo: input.scan } : {}) });
      void drain();
    },
  }));
  const drain = async (): Promise<void> => {
    if (busy) return;
    busy = true;
    for (let next = store.getState().waiting[0]; next && !halted; next = store.getState().waiting[0]) {
      const input = next;
      const { packing } = link.client;
      const answer = await ('scan' in input ? packing.scan({ text: input.scan }) : packing.act(input.act));
      const { waiting, news, view } = store.getState();
      const rest = { waiting: waiting.slice(1) };
      if (answer.ok) {
        store.setState({
          ...rest,
          view: answer.value.view,
          news: { no: (news?.no ?? 0) + 1, verdict: answer.value.verdict, before: view, view: answer.value.view },
          problem: null,
          unconfirmed: null,
        });
      } else if (answer.error.code === 'unreachable') {
        halted = true;
        store.setState({ ...rest, unconfirmed: input, problem: answer.error });
      } else {
        store.setState({ ...rest, problem: answer.error });
      }
    }
    busy = false;
  };
  onChange(link, ['packing.changed'], () => store.getState().load());
  return store;
}
