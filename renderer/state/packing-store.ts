import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../shared/contract/define.ts';
import type { AppContract } from '../../shared/contract/index.ts';
import type { PackingView, Verdict } from '../../shared/contract/packing.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { BackendLink } from './backend-link.ts';
import { createBenchQueue } from './bench-queue.ts';
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
  /** A call that failed as a whole (a refused scan is part of the view). It holds the line until it is dismissed. */
  readonly problem: Problem | null;
  readonly dismiss: () => void;
  readonly load: () => Promise<void>;
  readonly send: (input: BenchInput) => void;
};
export type PackingStore = StoreApi<PackingState>;

/** While nobody answers, the view is asked for again this often. */
const RETRY_MS = 1_000;

/**
 * The bench as the backend keeps it. Inputs are answered one after another in the order they came; none is dropped. When
 * the backend is gone the rest waits, and goes on after the view has been fetched again; when a call fails as a whole the
 * rest waits until somebody has seen it.
 */
export function createPackingStore(link: BackendLink): PackingStore {
  let sent = 0;
  const queue = createBenchQueue<BenchInput>({
    handle: async (input) => {
      const answer = await callBench(link, input);
      store.setState((state) => afterAnswer(state, input, answer));
      if (answer.ok) return 'go-on';
      if (answer.error.code === 'unreachable') setTimeout(() => void store.getState().load(), RETRY_MS);
      return 'stop';
    },
    onLine: (waiting) => store.setState({ waiting }),
  });
  const store = createStore<PackingState>((set, get) => ({
    view: null,
    news: null,
    waiting: [],
    echo: null,
    unconfirmed: null,
    problem: null,
    dismiss: () => {
      set({ problem: null });
      queue.resume();
    },
    load: async () => {
      const asked = sent;
      const answer = await link.client.packing.view({});
      if (!answer.ok) {
        set({ problem: answer.error });
        if (answer.error.code === 'unreachable') setTimeout(() => void get().load(), RETRY_MS);
        return;
      }
      if (asked === sent && !queue.busy()) set({ view: answer.value });
      if (get().problem !== null && get().problem?.code !== 'unreachable') return;
      set({ problem: null });
      queue.resume();
    },
    send: (input) => {
      sent += 1;
      if ('scan' in input) set({ echo: input.scan });
      queue.push(input);
    },
  }));
  onChange(link, ['packing.changed'], () => store.getState().load());
  return store;
}

type BenchAnswer = Awaited<ReturnType<Client<AppContract>['packing']['scan']>>;

const callBench = ({ client }: BackendLink, input: BenchInput): Promise<BenchAnswer> =>
  'scan' in input ? client.packing.scan({ text: input.scan }) : client.packing.act(input.act);

function afterAnswer(state: PackingState, input: BenchInput, answer: BenchAnswer): Partial<PackingState> {
  if (!answer.ok)
    return { problem: answer.error, unconfirmed: answer.error.code === 'unreachable' ? input : state.unconfirmed };
  const { verdict, view } = answer.value;
  return {
    view,
    news: { no: (state.news?.no ?? 0) + 1, verdict, before: state.view, view },
    problem: null,
    unconfirmed: null,
  };
}
