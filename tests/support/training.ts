import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { PracticeOrderView } from '../../electron/training/admin/order-routes.ts';
import type { Summary } from '../../electron/training/admin/summary.ts';
import type { Fault } from '../../electron/training/faults/fault-desk.ts';
import type { FaultInput } from '../../electron/training/faults/fault.ts';
import type { AppliedEntry, LedgerEntry } from '../../electron/training/book/ledger-entry.ts';
import type { OrderChange, ShopChange } from '../../electron/training/book/order-change.ts';
import type { AddedOrdersInput } from '../../electron/training/practice/added-orders.ts';
import type { PracticeShop, ShopKey } from '../../electron/training/practice/practice-shops.ts';
import type { SheetOrder } from '../../electron/training/sheet/practice-sheet.ts';
import { startTrainingServer, type TrainingOptions } from '../../electron/training/start-training-server.ts';

/** The practice platforms under test, with the training desk at hand. */
export type Training = {
  readonly baseUrl: string;
  readonly adminUrl: string;
  readonly desk: TrainingDesk;
  readonly stop: () => Promise<void>;
};

/** Starts the practice platforms inside the test's own process; fast, and takes a fake clock. */
export async function startTraining(options: TrainingOptions = {}): Promise<Training> {
  const running = await startTrainingServer(options);
  return { ...running, desk: trainingDesk(running.adminUrl) };
}

/** Starts them as the app does: a process of their own, which a test may kill. */
export async function spawnTraining(args: readonly string[] = []): Promise<Training & { process: ChildProcess }> {
  const entry = join(import.meta.dirname, '../../electron/training/index.ts');
  const child = spawn(process.execPath, [entry, ...args], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const { baseUrl, adminUrl } = JSON.parse(line) as { baseUrl: string; adminUrl: string };
  return {
    baseUrl,
    adminUrl,
    desk: trainingDesk(adminUrl),
    process: child,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.stdin.end();
      await once(child, 'exit');
    },
  };
}

/** A new empty folder for the ledger. */
export const newStateDir = (): string => mkdtempSync(join(tmpdir(), 'dispatch-desk-training-'));

/** What a test asks of the training desk. */
export type TrainingDesk = ReturnType<typeof trainingDesk>;

export function trainingDesk(adminUrl: string) {
  const call = async <Answer>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<Answer> => {
    const response = await fetch(`${adminUrl}/__training/${path}`, {
      method,
      headers: { 'x-training': '1', connection: 'close' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as Answer;
  };
  const ledger = async (query = ''): Promise<LedgerEntry[]> =>
    (await call<{ entries: LedgerEntry[] }>('GET', `ledger?${query}`)).entries;
  return {
    /** Switches a fault on; see `electron/training/faults/fault.ts` for all of them. */
    setFault: async (fault: FaultInput): Promise<Fault> =>
      (await call<{ fault: Fault }>('POST', 'faults', fault)).fault,
    faults: async (): Promise<Fault[]> => (await call<{ faults: Fault[] }>('GET', 'faults')).faults,
    /** Switches all faults off. */
    clearFaults: async (): Promise<void> => {
      await call('POST', 'faults/clear', {});
    },
    orders: async (kind?: PracticeOrderKind): Promise<PracticeOrderView[]> =>
      (await call<{ orders: PracticeOrderView[] }>('GET', `orders${kind === undefined ? '' : `?kind=${kind}`}`)).orders,
    /** Adds orders, generated ones by count and kind or explicit ones, and gives them back. */
    addOrders: async (added: AddedOrdersInput): Promise<PracticeOrderView[]> =>
      (await call<{ orders: PracticeOrderView[] }>('POST', 'orders', added)).orders,
    changeOrder: async (orderId: string, change: OrderChange): Promise<PracticeOrderView> =>
      (await call<{ order: PracticeOrderView }>('POST', 'orders/change', { orderId, change })).order,
    changeShop: async (appId: string, change: ShopChange): Promise<void> => {
      await call('POST', 'shops/change', { appId, change });
    },
    shops: async (): Promise<OfferedShop[]> => (await call<{ shops: OfferedShop[] }>('GET', 'shops')).shops,
    /** The judge's record; `query` may hold `kind=`, `orderId=` and `after=`. */
    ledger,
    /** Every shipment and correction that took effect, of one order or of all. */
    applied: async (orderId?: string): Promise<(AppliedEntry & { n: number; at: number })[]> =>
      (await ledger(`kind=applied${orderId === undefined ? '' : `&orderId=${orderId}`}`)) as (AppliedEntry & {
        n: number;
        at: number;
      })[],
    summary: (orderId?: string): Promise<Summary> =>
      call<Summary>('GET', `summary${orderId === undefined ? '' : `?orderId=${orderId}`}`),
    /** Numbers drawn as electronic labels for a drop-ship order: what a correction may change to. */
    ewaybills: async (orderId: string, carrier: string): Promise<string[]> =>
      (await call<{ ewaybills: string[] }>('GET', `ewaybills?orderId=${orderId}&carrier=${carrier}`)).ewaybills,
    sheet: async (count = 10, shop?: ShopKey): Promise<SheetOrder[]> =>
      (await call<{ orders: SheetOrder[] }>('GET', `sheet.json?n=${count}${shop === undefined ? '' : `&shop=${shop}`}`))
        .orders,
  };
}

type PracticeOrderKind = PracticeOrderView['kind'];

/** A practice shop as the training desk offers it. */
export type OfferedShop = PracticeShop & {
  readonly baseUrl: string;
  readonly credentials: Readonly<Record<string, string>>;
};
