import type { Client } from '../../shared/contract/define.ts';
import type { AppContract } from '../../shared/contract/index.ts';
import type { SessionView } from '../../shared/contract/operators.ts';
import type { PackingView, Verdict } from '../../shared/contract/packing.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { type Settings, SettingsSchema } from '../../shared/contract/settings.ts';
import type { ShiftFindings, ShiftReport } from '../../shared/contract/shift.ts';
import type { SystemStatus } from '../../shared/contract/system.ts';
import type { PracticeTraySchema } from '../../shared/contract/training.ts';
import type { Carrier } from '../../shared/domain/carrier.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Desk } from '../../renderer/api/connect.ts';
import { createLeaveDesk } from '../../renderer/api/leave-desk.ts';
import type { Signal } from '../../renderer/api/signals.ts';
import type { z } from 'zod';

type Answer = Result<{ verdict: Verdict; view: PackingView }, Problem>;

export type FakeDeskOptions = {
  readonly view?: PackingView;
  readonly status?: SystemStatus;
  readonly settings?: Partial<Settings>;
  readonly session?: SessionView;
  /** The carriers of every shop. */
  readonly carriers?: readonly Carrier[];
  readonly tray?: z.infer<typeof PracticeTraySchema>;
  /** What a scan or a key comes to; may wait, to hold the line up. */
  readonly onInput?: (input: string, view: PackingView) => Answer | Promise<Answer>;
};

/** A backend of a few lines in the page's own memory, for tests and pictures of the page. */
export type FakeDesk = Desk & {
  readonly tell: (signal: Signal) => void;
  /** Every scan and key, in the order they arrived. */
  readonly inputs: readonly string[];
  readonly show: (view: PackingView) => void;
  /** Takes the backend away or brings it back; `unannounced` leaves the page to find out. */
  readonly setReachable: (reachable: boolean, how?: 'announced' | 'unannounced') => void;
};

export function createFakeDesk(options: FakeDeskOptions = {}): FakeDesk {
  const listeners = new Set<(signal: Signal) => void>();
  const inputs: string[] = [];
  let view = options.view ?? emptyBench;
  let settings: Settings = SettingsSchema.parse({ 'ui.languageChosen': true, ...options.settings });
  let reachable = true;
  const reply = async <Value>(value: () => Value): Promise<Result<Value, Problem>> =>
    reachable ? ok(value()) : err({ code: 'unreachable' });
  const input = async (text: string): Promise<Answer> => {
    inputs.push(text);
    if (!reachable) return err({ code: 'unreachable' });
    const answer = await (options.onInput?.(text, view) ?? ok({ verdict: 'item-accepted' as const, view }));
    if (answer.ok) view = answer.value.view;
    return answer;
  };
  const client = {
    system: {
      info: () => reply(() => systemInfo),
      status: () => reply(() => options.status ?? quietStatus),
    },
    settings: {
      get: () => reply(() => settings),
      set: ({ key, value }: { key: string; value: unknown }) =>
        reply(() => {
          settings = SettingsSchema.parse({ ...settings, [key]: value });
          return settings;
        }),
    },
    packing: {
      view: () => reply(() => view),
      scan: ({ text }: { text: string }) => input(text),
      act: ({ action, ...rest }: { action: string; code?: string; option?: string; quantity?: number }) =>
        input([action, ...Object.values(rest)].join(' ')),
    },
    scans: { profile: () => reply(() => ({ profile: null })), note: () => reply(() => ({})) },
    operators: { session: () => reply(() => options.session ?? openSession), stillHere: () => reply(() => ({})) },
    shops: { carriers: () => reply(() => options.carriers ?? []) },
    shift: {
      now: () => reply(() => ({ shift: null, findings: nothingFound, report: emptyReport })),
      list: () => reply(() => ({ shifts: [], everybody: false })),
    },
    training: { tray: () => reply(() => options.tray ?? []) },
  };
  return {
    // Only what the page under test calls is there; a call to anything else fails loudly.
    client: client as unknown as Client<AppContract>,
    leave: createLeaveDesk(),
    upload: async () => err({ code: 'unreachable' }),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell: (signal) => {
      for (const listener of listeners) listener(signal);
    },
    inputs,
    show: (next) => {
      view = next;
      for (const listener of listeners)
        listener({ kind: 'event', event: { seq: 1, name: 'packing.changed', ids: [] } });
    },
    setReachable: (next, how = 'announced') => {
      reachable = next;
      if (how === 'unannounced') return;
      for (const listener of listeners) listener({ kind: next ? 'back' : 'lost' });
    },
  };
}

const nothingFound: ShiftFindings = {
  network: { result: 'skipped', shops: [] },
  queue: { result: 'good', open: 0, oldestAt: null },
  clock: { result: 'skipped', aheadSeconds: null },
};
const emptyReport: ShiftReport = {
  figures: { packed: 0, handed: 0, confirmed: 0, differences: 0 },
  ...{ carried: 0, carriers: [], differences: [] },
};

/** A desk where nobody has been set up. */
const openSession: SessionView = { state: 'open', operator: null, access: 'admin', people: [], keptScans: 0 };

export const emptyBench: PackingView = {
  step: 'order',
  order: null,
  packages: [],
  currentPackage: null,
  unpacked: 0,
  serialForLine: null,
  carrierChoice: null,
  saved: null,
  blocked: null,
  question: null,
  quantity: null,
  moving: false,
  parked: { waybill: null, item: null },
  batch: null,
  aside: null,
  recent: [],
};

export const systemInfo = {
  version: '0.1.0',
  features: { host: 'loopback' as const, printing: true, pdf: false, updates: false, ownWindow: false },
  firstRun: false,
  recovered: null,
  vault: { available: true, backend: 'key-file' },
};

const NO_OPS = {
  ready: 0,
  wait: 0,
  sending: 0,
  in_doubt: 0,
  held: 0,
  rejected: 0,
  conflict: 0,
  quarantined: 0,
  cancelled: 0,
  shipped: 0,
};

export const quietStatus: SystemStatus = {
  network: { online: true, since: null, ordersAsOf: null },
  outbox: { perState: NO_OPS, open: 0, needsYou: 0, oldestOpenAt: null },
  conservation: { acknowledged: 0, accounted: 0, balanced: true },
  shops: [
    {
      id: 's1',
      name: '山野茶铺',
      platform: 'wechat-channels',
      training: false,
      paused: false,
      gate: null,
      plainHttp: false,
    },
  ],
  clockSkewSeconds: null,
  shiftRunning: true,
  alarms: [],
  today: { orders: 0, packages: 0, pieces: 0 },
};
