import { readFileSync, writeSync } from 'node:fs';
import { enableCompileCache } from 'node:module';
import { storageProblemOrThrow } from '../../electron/services/db/storage-problem.ts';
import type { EnqueueInput } from '../../electron/services/outbox/insert-op.ts';
import type { StoredOp } from '../../electron/services/outbox/store/op-row.ts';
import { atOnce } from '../../electron/services/db/steps.ts';
import type { OpState } from '../../shared/domain/op.ts';
import { type OpPayload, payloadWaybill } from '../../shared/domain/shipment.ts';
import type { DeskPlan } from './desk-plan.ts';
import { openPlanDesk } from './plan-desk.ts';

/**
 * A packing desk in a process of its own, to be killed: the real database, outbox, vault and platform clients. Reads its
 * plan from the file named on the command line, prints one JSON line per thing it promises, and only after promising.
 */
enableCompileCache();
const plan = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as DeskPlan;

/** Reaches the parent even when the process dies on the next instruction. */
const say = (line: Readonly<Record<string, unknown>>): void => {
  writeSync(1, `${JSON.stringify(line)}\n`);
};

const { outbox, database } = await openPlanDesk(plan, say);

/** As a call of the page ends: a disk that fails is a problem told to the packer, not the end of the desk. */
function save(input: EnqueueInput): string | null {
  try {
    const saved = outbox.enqueue(input);
    return saved.ok || plan.without === 'commit' ? null : saved.error.code;
  } catch (error) {
    if (plan.without === 'commit') return null;
    return storageProblemOrThrow(error, plan.dataDir).code;
  }
}

const PAGE = 1_000;
const allOps = (states?: readonly OpState[]): StoredOp[] => {
  const ops: StoredOp[] = [];
  for (let after: string | null = null; ; ) {
    const page = outbox.desk.page({ ...(states === undefined ? {} : { states }), search: '', limit: PAGE, after });
    ops.push(...page.ops);
    if (page.next === null) return ops;
    after = page.next;
  }
};

/** A supervisor's word, by the judge's truth, for what the machine leaves to a person. How often it was needed. */
function decide(shipped: ReadonlySet<string>): number {
  if (plan.chains) tend();
  const ops = allOps(plan.chains ? ['in_doubt', 'conflict'] : ['in_doubt']);
  for (const { id, orderId, waybill, status } of ops) {
    const left = shipped.has(plan.chains ? waybill : orderId);
    // Where the platform shows another parcel, a change that did not take effect is given up, and the lane goes on.
    const otherwise = status.state === 'conflict' ? 'withdraw' : 'not-shipped';
    outbox.desk.decide(id, left ? 'shipped' : otherwise, { actor: 'lead' });
  }
  return ops.length;
}

process.once('SIGTERM', () => {
  void outbox.stop().then(() => {
    outbox.close();
    database.close();
    process.exit(0);
  });
});

/** First digits of the numbers a refused package gets one after the other; its own begin with 78. */
const NEXT_NUMBERS: Readonly<Record<string, string>> = { 78: '77', 77: '76', 76: '75' };

/** A lead at work: what is refused gets another number or is withdrawn, what is held is let go. */
function tend(): void {
  for (const op of allOps(['rejected', 'held'])) {
    const next = NEXT_NUMBERS[op.waybill.slice(0, 2)];
    // A change that came before its parcel, whose first number was refused, would wait for itself.
    const early = op.kind === 'correct' && op.status.code === 'local:order-closed';
    if (op.status.state === 'held') outbox.desk.decide(op.id, early ? 'cancel' : 'release', { actor: 'lead' });
    else if (op.kind === 'correct' || next === undefined) outbox.desk.decide(op.id, 'cancel', { actor: 'lead' });
    else {
      const waybill = `${next}${op.waybill.slice(2)}`;
      if (outbox.desk.edit(op.id, { waybill }, 'lead').ok) say({ saved: waybill });
    }
  }
}

const keyOf = (payload: OpPayload): string => (plan.chains ? payloadWaybill(payload) : payload.orderId);

/** What is there already is told again: the promise may have been cut off. */
function isThere(shopId: string, payload: OpPayload): boolean {
  const ops = outbox.opsOfOrder(shopId, payload.orderId);
  const there = plan.chains ? ops.some(({ waybill }) => waybill === payloadWaybill(payload)) : ops.length > 0;
  if (there) say({ saved: keyOf(payload) });
  return there;
}

/** The packages that are not saved yet, one after the other or all at once. */
async function pack(): Promise<void> {
  const inputs = plan.packages
    .filter(({ shopId, payload }) => !isThere(shopId, payload))
    .map((input) => ({ ...input, carrierName: '', operator: 'packer' }));
  if (plan.together) {
    const results = await outbox.enqueueAll(inputs);
    for (const [index, saved] of results.entries())
      say(saved.ok ? { saved: keyOf((inputs[index] as EnqueueInput).payload) } : { error: saved.error.code });
    return;
  }
  for (const input of inputs) {
    const problem = save(input);
    say(problem === null ? { saved: keyOf(input.payload) } : { error: problem });
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const CUT_SHORT = `SELECT count(*) FROM attempt AS a WHERE NOT EXISTS
  (SELECT 1 FROM attempt_result AS r WHERE r.op_seq = a.op_seq AND r.no = a.no)`;

say({ ready: true });
if (plan.task === 'pack') {
  outbox.start();
  if (plan.chains) setInterval(tend, 100);
  await pack();
  setInterval(() => undefined, 1_000);
} else {
  const byPerson = plan.task === 'decide' ? decide(new Set(plan.shipped)) : 0;
  const { timedOut } = await outbox.drain({ untilIdle: true, timeoutMs: plan.drainMs });
  await outbox.stop();
  say({
    byPerson,
    cutShort: database.prepare(CUT_SHORT).pluck().get(),
    timedOut,
    states: allOps().map((op) => [op.orderId, op.status.state, op.waybill]),
    conservation: outbox.conservation(),
    journal: atOnce(outbox.verifyJournal()),
    integrity: database.pragma('quick_check', { simple: true }),
  });
  outbox.close();
  database.close();
}
