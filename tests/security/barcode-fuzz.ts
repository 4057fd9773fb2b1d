import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodePorts } from '../../electron/host/node-ports.ts';
import { openBackend } from '../../electron/services/backend.ts';
import { type PackingView, type Verdict, VerdictSchema } from '../../shared/contract/packing.ts';
import type { Client } from '../../shared/contract/define.ts';
import type { AppContract } from '../../shared/contract/index.ts';
import { describeProblem } from '../../shared/messages/describe-problem.ts';
import { seeded } from '../outbox/simulation.ts';
import { callerOf } from '../support/desk-caller.ts';
import { spawnTraining, type Training } from '../support/training.ts';
import { hostileBarcode } from './hostile-barcodes.ts';

export type BarcodeFuzzReport = {
  readonly scans: number;
  readonly verdicts: Readonly<Record<string, number>>;
  /** Scans without exactly one verdict that the log knows too, or refused without a sentence that can be read. */
  readonly unclear: readonly string[];
  /** What the desk shows of a code although it cannot be printed. */
  readonly unprintable: readonly string[];
  /** Lines of the log that speak of a bug. */
  readonly bugs: readonly string[];
  /** Waybills in the outbox that no platform could take. */
  readonly badWaybills: readonly string[];
  /** Orders that changed although they never lay on the bench. */
  readonly harmed: readonly string[];
};

type Desk = Client<AppContract>;

/** What the bench waits for while a block of codes is thrown at it. */
const STEPS = ['nothing', 'goods', 'waybill', 'batch'] as const;
const BLOCK = 25;
const BYSTANDERS = 5;

/** Throws hostile codes at the bench of the whole app, in every step of its work. */
export async function fuzzBarcodes(options: {
  readonly count: number;
  readonly seed: number;
}): Promise<BarcodeFuzzReport> {
  const dataDir = mkdtempSync(join(tmpdir(), 'dispatch-desk-codes-'));
  const bugs: string[] = [];
  const training = await spawnTraining(['--orders', '120']);
  const opened = await openBackend(portsOf(dataDir, bugs));
  if (!opened.ok) throw new Error(`The backend did not open: ${opened.error.code}`);
  const desk = callerOf(opened.value);
  try {
    const { bystanders, known, codes } = await stock(desk, training);
    const before = await shown(desk, bystanders);
    const thrown = await throwCodes(desk, { ...options, known, codes });
    const after = await shown(desk, bystanders);
    const ops = await valueOf(desk.outbox.list({ limit: 500 }));
    return {
      ...{ scans: options.count, bugs, ...thrown },
      badWaybills: ops.rows.map(({ waybill }) => waybill).filter((waybill) => !/^[A-Z0-9-]{6,40}$/.test(waybill)),
      harmed: [
        ...bystanders.filter((orderId) => before.get(orderId) !== after.get(orderId)),
        ...ops.rows.map(({ orderId }) => orderId).filter((orderId) => bystanders.includes(orderId)),
      ],
    };
  } finally {
    await opened.value.close();
    await training.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

const valueOf = async <Value>(
  answer: Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: object }>,
): Promise<Value> => {
  const given = await answer;
  if (!given.ok) throw new Error(JSON.stringify(given.error));
  return given.value;
};

/** A shop with orders: some are worked on, and their codes may be hidden in hostile ones; some only stand by, unnamed. */
async function stock(desk: Desk, training: Training) {
  const [shop] = await training.desk.shops();
  if (shop === undefined) throw new Error('The practice platforms have no shop');
  const { platform, credentials } = shop;
  await valueOf(desk.shops.add({ name: 'Tea', platform, baseUrl: training.baseUrl, credentials }));
  await valueOf(desk.orders.pull({ shop: 'Tea', wait: true }));
  const { rows } = await valueOf(desk.orders.list({ filter: 'to-pack', limit: 200 }));
  const ids = rows.map(({ orderId }) => orderId);
  const bystanders = ids.slice(0, BYSTANDERS);
  const codes = ids.slice(BYSTANDERS);
  const orders = await Promise.all(codes.slice(0, 15).map((orderId) => orderOf(desk, orderId)));
  const known = orders.flatMap(({ orderId, lines }) => [orderId, ...lines.flatMap(({ barcode }) => barcode || [])]);
  return { bystanders, codes, known: [...known, '75531717195834', 'JDVA00012345678-1-1-', 'SF1234567890123'] };
}

const orderOf = (desk: Desk, orderId: string) => valueOf(desk.orders.show({ shop: 'Tea', orderId }));

const shown = async (desk: Desk, orderIds: readonly string[]): Promise<ReadonlyMap<string, string>> =>
  new Map(
    await Promise.all(
      orderIds.map(async (orderId) => [orderId, JSON.stringify(await orderOf(desk, orderId))] as const),
    ),
  );

type Thrown = {
  readonly count: number;
  readonly seed: number;
  readonly known: readonly string[];
  readonly codes: readonly string[];
};

async function throwCodes(desk: Desk, { count, seed, known, codes }: Thrown) {
  const random = seeded(seed);
  const verdicts: Record<string, number> = {};
  const unclear: string[] = [];
  const unprintable: string[] = [];
  const orders = inTurn(codes);
  for (let at = 0; at < count; at += 1) {
    if (at % BLOCK === 0) await lay(desk, STEPS[Math.floor(at / BLOCK) % STEPS.length] ?? 'nothing', orders);
    const text = hostileBarcode(random, known);
    const newest = await lastLogged(desk);
    const scan = await desk.packing.scan({ text });
    const verdict: Verdict | 'none' = scan.ok ? scan.value.verdict : 'none';
    verdicts[verdict] = (verdicts[verdict] ?? 0) + 1;
    const logged = await desk.scans.list({ limit: 2 });
    const [entry, previous] = logged.ok ? logged.value.rows : [];
    const once = entry?.verdict === verdict && previous?.id === newest;
    const clear = scan.ok && VerdictSchema.safeParse(verdict).success && once && isSaid(verdict, scan.value.view);
    if (!clear) unclear.push(`${at}: ${verdict} ${JSON.stringify(text.slice(0, 80))}`);
    if (scan.ok && !isPrintable(scan.value.view)) unprintable.push(`${at}: ${JSON.stringify(text.slice(0, 80))}`);
    if (scan.ok) await tidy(desk, scan.value.view);
  }
  return { verdicts, unclear, unprintable };
}

/** One after another, and from the beginning again: an order that is done is refused, which is a step of work too. */
function* inTurn(codes: readonly string[]): Generator<string, never> {
  for (let at = 0; ; at += 1) yield codes[at % codes.length] ?? '';
}

const lastLogged = async (desk: Desk): Promise<number | undefined> =>
  (await valueOf(desk.scans.list({ limit: 1 }))).rows[0]?.id;

/** A refusal is on the screen with a sentence and what to do, in both languages. */
function isSaid(verdict: Verdict, { blocked }: PackingView): boolean {
  if (verdict !== 'refused') return true;
  if (blocked === null) return false;
  return (['zh-CN', 'en'] as const).every((language) => {
    const { title, action } = describeProblem(blocked.problem, language);
    return title !== '' && action !== '' && !/\p{C}|\{\{/u.test(title + action);
  });
}

/** A question keeps the code as it is, for its answer; the page shows it by its own rule. */
const isPrintable = ({ blocked, recent }: PackingView): boolean =>
  ![blocked?.scanned ?? '', recent[0]?.text ?? ''].some((text) => /\p{C}/u.test(text));

/** The packer goes on: what stopped the line was seen, a question is left unanswered. */
async function tidy(desk: Desk, { blocked, question }: PackingView): Promise<void> {
  if (blocked !== null) await valueOf(desk.packing.act({ action: 'acknowledge' }));
  if (blocked === null && question !== null) await valueOf(desk.packing.act({ action: 'cancel' }));
}

/** Brings the bench to a step, with another order where one is needed. */
async function lay(desk: Desk, step: (typeof STEPS)[number], orders: Generator<string, never>): Promise<void> {
  const { order, batch } = await valueOf(desk.packing.view({}));
  if (batch !== null) await valueOf(desk.packing.act({ action: 'batch' }));
  if (order !== null) await valueOf(desk.packing.act({ action: 'close-order' }));
  if (step === 'batch') await valueOf(desk.packing.act({ action: 'batch' }));
  if (step !== 'goods' && step !== 'waybill') return;
  const opened = await valueOf(desk.packing.scan({ text: orders.next().value }));
  await tidy(desk, opened.view);
  if (step === 'waybill') await valueOf(desk.packing.act({ action: 'rest' }));
}

const portsOf = (dataDir: string, bugs: string[]) => ({
  ...createNodePorts({
    dataDir,
    features: { host: 'loopback' as const, printing: true, updates: false, ownWindow: false },
    entry: join(import.meta.dirname, '..', '..', 'electron', 'loopback', 'index.ts'),
    machine: { platform: process.platform, env: {}, home: dataDir },
  }),
  log: {
    info: () => undefined,
    warn: () => undefined,
    error: (event: string, fields?: object) => void bugs.push(`${event} ${JSON.stringify(fields)}`),
  },
});
