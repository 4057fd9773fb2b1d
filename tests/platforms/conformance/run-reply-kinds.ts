import type { Platform } from '../../../electron/services/platforms/platform.ts';
import type { PracticeOrderView } from '../../../electron/training/admin/order-routes.ts';
import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import type { SendPayload } from '../../../shared/domain/shipment.ts';
import { CONTESTANTS, type Contestant } from './contestants.ts';
import { openConformanceDesk, type ConformanceDesk } from './conformance-desk.ts';
import { OVERRIDES } from './overrides.ts';
import { REPLY_KINDS, type Cell, type ReplyKindName } from './reply-kinds.ts';

/** What came of one kind of reply on one platform, beside what had to. */
export type Found = { readonly kind: ReplyKindName; readonly found: Cell; readonly expected: Cell };

export const KIND_NAMES = Object.keys(REPLY_KINDS) as readonly ReplyKindName[];

/** Renewing a token ends the old one for every shop that shares the account, so nothing else may be under way. */
const ALONE: readonly ReplyKindName[] = ['token expired'];

export type RunOptions = {
  readonly seed?: number;
  /** The package of each order, where it is not the platform's plain one. */
  readonly payloadOf?: (order: PracticeOrderView) => SendPayload;
  /** Stands between the outbox and the client, to take a protection away. */
  readonly guard?: (real: Platform) => Platform;
};

/** Gives one platform every kind of reply, each in a shop of its own, and reads what came of it from the ledger. */
export async function runReplyKinds(
  id: PlatformId,
  { seed = 1, guard, payloadOf = CONTESTANTS[id].payloadOf }: RunOptions = {},
): Promise<readonly Found[]> {
  const desk = await openConformanceDesk(id, { shops: KIND_NAMES, seed, ...(guard === undefined ? {} : { guard }) });
  try {
    const together = KIND_NAMES.filter((kind) => !ALONE.includes(kind));
    const found = await runTogether(desk, together, payloadOf);
    for (const kind of ALONE) found.push(...(await runTogether(desk, [kind], payloadOf)));
    return found.map(([kind, cell]) => ({
      kind,
      found: cell,
      expected: OVERRIDES[id][kind]?.cell ?? REPLY_KINDS[kind].expected,
    }));
  } finally {
    await desk.close();
  }
}

async function runTogether(
  desk: ConformanceDesk,
  kinds: readonly ReplyKindName[],
  payloadOf: Contestant['payloadOf'],
): Promise<[ReplyKindName, Cell][]> {
  const { contestant, training, outbox } = desk;
  const orders = await training.desk.addOrders({ count: kinds.length, kind: 'single', shop: contestant.shop });
  const saved: { readonly kind: ReplyKindName; readonly orderId: string; readonly opId: string }[] = [];
  for (const [index, kind] of kinds.entries()) {
    const order = orders[index];
    if (order === undefined) throw new Error('too few practice orders');
    const { orderId } = order;
    const fault = REPLY_KINDS[kind].fault(contestant.says);
    if (fault !== null) await training.desk.setFault({ scope: orderId, calls: ['send'], count: 1, ...fault });
    const payload = payloadOf(order);
    const op = outbox.enqueue({ shopId: kind, payload, carrierName: '', operator: '' });
    if (!op.ok) throw new Error(JSON.stringify(op.error));
    saved.push({ kind, orderId, opId: op.value.id });
  }
  await desk.drain();
  const cells: [ReplyKindName, Cell][] = [];
  for (const { kind, orderId, opId } of saved) cells.push([kind, await cellOf(desk, opId, orderId)]);
  return cells;
}

/** What happened to one op: its own record for verdict and states, the platform's ledger for everything that counts. */
export async function cellOf({ outbox, training }: ConformanceDesk, opId: string, orderId: string): Promise<Cell> {
  const op = outbox.desk.find(opId);
  if (op === null) throw new Error(`no op ${opId}`);
  const { attempts, audit } = outbox.desk.record(op);
  const states = audit.map(({ detail }) => String(detail['to'])).filter((to, at, all) => to !== all[at - 1]);
  const { requests, applied } = await training.desk.summary(orderId);
  return {
    verdict: (attempts[0]?.result?.verdict ?? 'not-sent') as Cell['verdict'],
    states: states.slice(1).join(' '),
    asked: requests.send,
    applied: applied.send,
    tries: op.status.counters.tries,
  };
}

/** Kinds of reply that made a shipment take effect twice. */
export const doubledOf = (found: readonly Found[]): readonly ReplyKindName[] =>
  found.filter(({ found: { applied } }) => applied > 1).map(({ kind }) => kind);

/** Kinds of reply of which something else came than the table says. */
export const unexpectedOf = (found: readonly Found[]): readonly Found[] =>
  found.filter(({ found: came, expected }) =>
    (Object.keys(expected) as (keyof Cell)[]).some((key) => came[key] !== expected[key]),
  );

/** The protection taken away: what nobody can know goes out again at once, as common queues do it. */
export const resendsBlindly = (real: Platform): Platform => ({
  ...real,
  send: async (account, payload, timeoutMs) => {
    const outcome = await real.send(account, payload, timeoutMs);
    return outcome.verdict.kind === 'ambiguous'
      ? { ...outcome, verdict: { kind: 'retry', minWaitMs: 0, maxTries: 8 } }
      : outcome;
  },
});
