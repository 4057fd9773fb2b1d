import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Problem } from '../../shared/contract/problem.ts';
import type { ScanReading } from '../../shared/contract/scans.ts';
import type { HandOver, HandOverBoard } from '../../shared/contract/shift.ts';
import type { BackendLink } from './backend-link.ts';
import { createNumbering, type NumberedScan } from './bench-input.ts';
import { createBenchQueue } from './bench-queue.ts';
import type { ScanShelf } from './scan-shelf.ts';

/** What the last scan or key came to, numbered so that two equal ones in a row are still two. */
export type HandOverNews = {
  readonly no: number;
  readonly kind: 'handed' | 'repeated' | 'refused' | 'stopped' | 'undone' | 'missed' | 'nothing';
  readonly waybill: string;
  readonly carrier: string;
  readonly orderId: string;
};

export type HandOverState = {
  readonly board: HandOverBoard | null;
  readonly news: HandOverNews | null;
  /** The answer that stops the pile until somebody has seen it. */
  readonly stopped: HandOver | null;
  /** Scanned while the pile was stopped: not counted, to be scanned again. */
  readonly missed: readonly string[];
  /** Scans on their way to the backend. */
  readonly waiting: number;
  readonly problem: Problem | null;
  readonly load: () => Promise<void>;
  readonly scan: (text: string, reading: ScanReading) => void;
  readonly acknowledge: () => void;
  /** Takes one back; without a waybill the latest. */
  readonly undo: (waybill?: string) => Promise<void>;
};

/** While nobody answers, the first scan in line is handed in again this often. */
const RETRY_MS = 1_000;
/** Codes that are listed for scanning again. */
const MOST_MISSED = 5;
/** Nobody to answer, or nobody signed in: the scan stays in line. */
const STAYS: ReadonlySet<string> = new Set(['unreachable', 'sign-in-needed']);

type Parts = { readonly shelf: ScanShelf; readonly run?: string };

/**
 * Scans of the courier's pile, answered one at a time in the order they came; none is dropped, also not by a reload or a
 * backend that is gone for a while. A parcel that must not leave stops the pile: what is scanned until somebody has seen
 * it is not counted, and listed to be scanned again.
 */
export function createHandOverStore(
  { client }: Pick<BackendLink, 'client'>,
  { shelf, run = crypto.randomUUID() }: Parts,
): StoreApi<HandOverState> {
  const number = createNumbering(run);
  const tell = (kind: HandOverNews['kind'], about: Partial<HandOverNews> = {}): void =>
    store.setState(({ news }) => ({
      news: { ...{ waybill: '', carrier: '', orderId: '' }, ...about, kind, no: (news?.no ?? 0) + 1 },
    }));
  const answered = (answer: HandOver): void => {
    const { verdict } = answer;
    if (verdict === 'handed' || verdict === 'repeated') return tell(verdict, answer);
    store.setState({ stopped: answer });
    tell(verdict === 'stopped' ? 'stopped' : 'refused', answer);
  };
  const queue = createBenchQueue<NumberedScan>({
    handle: async ({ scan, origin }) => {
      if (store.getState().stopped !== null) {
        store.setState(({ missed }) => ({ missed: [...missed, scan].slice(-MOST_MISSED) }));
        tell('missed', { waybill: scan });
        return 'go-on';
      }
      const answer = await client.shift.handOver({ text: scan, origin });
      store.setState({ problem: answer.ok ? null : answer.error });
      if (answer.ok) answered(answer.value);
      else if (STAYS.has(answer.error.code)) {
        setTimeout(queue.resume, RETRY_MS);
        return 'stay';
      } else tell('refused', { waybill: scan });
      return 'go-on';
    },
    onLine: (line) => {
      store.setState({ waiting: line.length });
      shelf.write(line);
      if (line.length === 0) void store.getState().load();
    },
  });
  const store = createStore<HandOverState>((set, get) => ({
    ...{ board: null, news: null, stopped: null, missed: [], waiting: 0, problem: null },
    load: async () => {
      if (queue.busy() && get().waiting > 0) return;
      const answer = await client.shift.board({});
      set(answer.ok ? { board: answer.value } : { problem: answer.error });
    },
    scan: (text, reading) => queue.push(number({ scan: text, reading })),
    acknowledge: () => set({ stopped: null, missed: [], problem: null }),
    undo: async (asked) => {
      const waybill = asked ?? get().board?.latest[0]?.waybill;
      if (waybill === undefined) return tell('nothing');
      const answer = await client.shift.undoHandOver({ waybill });
      if (!answer.ok) return set({ problem: answer.error });
      set({ board: answer.value, problem: null });
      tell('undone', { waybill });
    },
  }));
  for (const scan of shelf.read()) queue.push(scan);
  return store;
}
