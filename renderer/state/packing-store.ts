import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../shared/contract/define.ts';
import type { AppContract } from '../../shared/contract/index.ts';
import type { PackingView, Verdict } from '../../shared/contract/packing.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { ScanReading } from '../../shared/contract/scans.ts';
import type { BackendLink } from './backend-link.ts';
import { ok } from '../../shared/kernel/result.ts';
import { type BenchInput, createNumbering, isScan, type NewInput } from './bench-input.ts';
import { createBenchQueue } from './bench-queue.ts';
import { onChange } from './change-feed.ts';
import { createRefusalHold } from './refusal-hold.ts';
import type { ScanShelf } from './scan-shelf.ts';

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
  /** Set when the backend went away with a key in its hands: nobody knows whether it counted. */
  readonly unconfirmed: BenchInput | null;
  /** A call that failed as a whole (a refused scan is part of the view). It holds the line until it is dismissed. */
  readonly problem: Problem | null;
  readonly dismiss: () => void;
  readonly load: () => Promise<void>;
  readonly send: (input: NewInput) => void;
  /** Writes a burst that nothing ended into the log. */
  readonly note: (text: string, reading: ScanReading, pinAsked?: boolean) => void;
};
export type PackingStore = StoreApi<PackingState>;

/** While nobody answers, the view is asked for again this often. */
const RETRY_MS = 1_000;
export type PackingStoreParts = {
  /** Names this life of the page. */
  readonly run?: string;
  readonly shelf?: ScanShelf;
  /** Told of every input that only somebody signing in can answer. */
  readonly onSignInNeeded?: (problem: Problem) => void;
};

/**
 * Nothing to stop for: the code is kept on the disk, or it was a badge, or somebody has to sign in first, which the page
 * asks for by itself.
 */
const SIGN_IN: ReadonlySet<string> = new Set([
  'scan-kept',
  'scan-like-pin',
  'sign-in-needed',
  'badge-unknown',
  'pin-needed',
]);

/**
 * The bench as the backend keeps it. Inputs are answered one after another in the order they came; none is dropped. When
 * the backend is gone the rest waits, and goes on after the view has been fetched again: a numbered scan is handed in once
 * more, a key is not. When a call fails as a whole the rest waits until somebody has seen it.
 */
export function createPackingStore(link: BackendLink, parts: PackingStoreParts = {}): PackingStore {
  const { run = crypto.randomUUID(), shelf = NO_SHELF } = parts;
  const number = createNumbering(run);
  let sent = 0;
  const show = (input: BenchInput, answer: BenchAnswer) => store.setState((state) => afterAnswer(state, input, answer));
  const settle = createRefusalHold({
    show: (input, value) => show(input, ok(value)),
    line: () => store.getState().waiting,
  });
  const askAgain = (): unknown => setTimeout(() => void store.getState().load(), RETRY_MS);
  const queue = createBenchQueue<BenchInput>({
    handle: async (input) => {
      const answer = await callBench(link, input);
      if (answer.ok) {
        await settle(input, answer.value);
        return 'go-on';
      }
      if (asksWho(answer.error, parts)) return 'go-on';
      show(input, answer);
      if (answer.error.code !== 'unreachable') return 'stop';
      askAgain();
      return isScan(input) ? 'stay' : 'stop';
    },
    onLine: (waiting) => {
      store.setState({ waiting });
      shelf.write(waiting.filter(isScan).filter(({ pinAsked }) => pinAsked !== true));
    },
  });
  const store = createStore<PackingState>((set, get) => ({
    ...NOTHING_YET,
    dismiss: () => {
      set({ problem: null });
      queue.resume();
    },
    load: async () => {
      const asked = sent;
      const answer = await link.client.packing.view({});
      if (!answer.ok) {
        const { code } = answer.error;
        if (!SIGN_IN.has(code)) set({ problem: answer.error });
        if (code === 'unreachable') askAgain();
        return;
      }
      if (asked === sent && !queue.busy()) set({ view: answer.value });
      if ((get().problem?.code ?? 'unreachable') !== 'unreachable') return;
      set({ problem: null });
      queue.resume();
    },
    send: (input) => {
      sent += 1;
      if ('scan' in input && input.pinAsked !== true) set({ echo: input.scan });
      queue.push('scan' in input ? number(input) : input);
    },
    note: (text, reading, pinAsked = false) =>
      void link.client.scans.note({ text, origin: number({ scan: text, reading }).origin, pinAsked }),
  }));
  for (const scan of shelf.read()) queue.push(scan);
  onChange(link, ['packing.changed'], () => store.getState().load());
  return store;
}

function asksWho(problem: Problem, { onSignInNeeded }: PackingStoreParts): boolean {
  if (!SIGN_IN.has(problem.code)) return false;
  onSignInNeeded?.(problem);
  return true;
}

const NOTHING_YET = { view: null, news: null, waiting: [], echo: null, unconfirmed: null, problem: null } as const;

const NO_SHELF: ScanShelf = { read: () => [], write: () => undefined };

type BenchAnswer = Awaited<ReturnType<Client<AppContract>['packing']['scan']>>;

const callBench = ({ client }: BackendLink, input: BenchInput): Promise<BenchAnswer> =>
  'scan' in input
    ? client.packing.scan({
        text: input.scan,
        origin: input.origin,
        ...(input.pinAsked === true && { pinAsked: true }),
      })
    : client.packing.act(input.act);

function afterAnswer(state: PackingState, input: BenchInput, answer: BenchAnswer): Partial<PackingState> {
  if (!answer.ok)
    return {
      problem: answer.error,
      unconfirmed: answer.error.code === 'unreachable' && !isScan(input) ? input : state.unconfirmed,
    };
  const { verdict, view } = answer.value;
  return {
    view,
    news: { no: (state.news?.no ?? 0) + 1, verdict, before: state.view, view },
    problem: null,
    unconfirmed: null,
  };
}
