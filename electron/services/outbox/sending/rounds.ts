import type { ShopRecord } from '../../shops/shop-store.ts';
import { applyEvent } from '../apply.ts';
import type { OutboxCore } from '../core.ts';
import { createHand, type Hand, type LaneOp, type StartTask } from '../people/hand.ts';
import { type Access, createShopAccess, type ShopAccess } from './shop-access.ts';
import { wasInDoubt } from '../machine/op-status.ts';
import { planCalls } from './plan-calls.ts';
import { lookOnly, lookThenSend, sendCalls, type TaskHooks } from './shop-tasks.ts';
import type { StoredOp } from '../store/op-row.ts';
import { readPayload } from '../store/payload.ts';

/** One shop at a time: what may be started now, and when to come back. Holds no timer and no loop. */
export type Rounds = Pick<ShopAccess, 'forgetBreaker'> & {
  readonly run: (shop: ShopRecord) => void;
  readonly access: (shop: ShopRecord) => Access;
  /** How long until something of this shop falls due by itself, in ms; null when nothing will. */
  readonly nextInMs: (shop: ShopRecord) => number | null;
  /** A look a person asked for, whatever the shop's state. False when the op's lane is in hand already. */
  readonly lookNow: (op: LaneOp, shopId: string) => Promise<boolean>;
};

type Deps = {
  readonly core: OutboxCore;
  readonly start: StartTask;
  /** Asks the loop for another round: at once after progress, later without. */
  readonly onProgress: (progressed: boolean) => void;
  readonly writeLater: TaskHooks['writeLater'];
  /** False once the loop is being stopped. */
  readonly goesOn: () => boolean;
};

/** Looks at once per shop; they are harmless but cost the platform's quota. */
const MAX_LOOKS = 2;
/** Due looks considered in one round. */
const LOOKS_PER_ROUND = 50;

/** Creates the rounds over the outbox's parts. */
export function createRounds({ core, start, onProgress, writeLater, goesOn }: Deps): Rounds {
  const { clock, due } = core;
  const hand = createHand(start, () => onProgress(false));
  const shops = createShopAccess(core, start, () => onProgress(true));
  const hooks: TaskHooks = {
    writeLater,
    maySend: (shopId) => {
      const shop = core.shops.get(shopId);
      return goesOn() && shop !== null && shops.of(shop) === 'open';
    },
    onAmbiguous: shops.countAmbiguous,
    onDone: (seq, progressed) => {
      hand.letGo(seq);
      onProgress(progressed);
    },
  };
  const startLook = (op: LaneOp, shopId: string): Promise<void> =>
    hand.run({ shopId, kind: 'look' }, [[op]], () => lookOnly(core, hooks, shopId, op.seq));
  return {
    access: shops.of,
    forgetBreaker: shops.forgetBreaker,
    run: (shop) => {
      if (shops.isProbing(shop.id) || core.accounts.platformOf(shop.id) === null) return;
      const allowed = shops.of(shop);
      if (allowed === 'probe') shops.probe(shop);
      const readable = allowed === 'open' || allowed === 'reads-only';
      for (const op of dueLooks(core, hand, shop)) {
        if (!readable || hand.count(shop.id, 'look') >= MAX_LOOKS) break;
        void startLook(op, shop.id);
      }
      if (allowed === 'open') startSends(core, hand, hooks, shop);
    },
    nextInMs: (shop) => {
      if (shops.isProbing(shop.id) || core.accounts.platformOf(shop.id) === null) return null;
      const reopensInMs = shops.reopensInMs(shop);
      if (shops.of(shop) === 'shut') return reopensInMs;
      const dueAtMs = due.nextAtMs(shop.id, clock.now());
      if (dueAtMs === null) return reopensInMs;
      return Math.min(dueAtMs - clock.now(), reopensInMs ?? Number.MAX_SAFE_INTEGER);
    },
    lookNow: async (op, shopId) => {
      if (hand.isBusy(op.lane)) return false;
      await startLook(op, shopId);
      return true;
    },
  };
}

/** Ops whose look is due and can be made by itself. What was held for too long is refused here, without a call (T15). */
function dueLooks(core: OutboxCore, hand: Hand, shop: ShopRecord): readonly StoredOp[] {
  const atMs = core.clock.now();
  return core.due.toLook(shop.id, atMs, LOOKS_PER_ROUND).flatMap((seq) => {
    const op = core.reader.bySeq(seq);
    if (op === null || hand.isBusy(op.lane)) return [];
    const { state, holdKind, counters } = op.status;
    if (state === 'held' && atMs >= (counters.heldSinceMs ?? atMs) + core.policyOf(shop.id).maxHeldMs) {
      core.store.transaction(() => applyEvent(core, op, { type: 'held-too-long', atMs }));
      return [];
    }
    return state === 'in_doubt' || holdKind === 'business' ? [op] : [];
  });
}

/** Starts as many calls as the account has free for the lane heads that are due; late and old ones are looked up first. */
function startSends(core: OutboxCore, hand: Hand, hooks: TaskHooks, shop: ShopRecord): void {
  const policy = core.policyOf(shop.id);
  // A call costs a point at least, and those under way have not been charged yet.
  const most = Math.min(policy.maxInFlight, core.spendable(shop.id) ?? Number.MAX_SAFE_INTEGER);
  const free = most - hand.count(shop.id, 'send');
  if (free <= 0) return;
  const nowMs = core.clock.now();
  const { ordersPerCall } = policy;
  const inHand = policy.maxInFlight * ordersPerCall + MAX_LOOKS;
  const heads = core.due.toSend(shop.id, nowMs, inHand + free * ordersPerCall).filter(({ lane }) => !hand.isBusy(lane));
  const planned = planCalls(heads, {
    calls: free,
    ordersPerCall,
    // A clock that was put back makes what was saved before lie in the future: its age is not known.
    looksFirst: (head) =>
      Math.abs(nowMs - head.createdAtMs) > policy.lookBeforeSendingAfterMs || isOld(core, shop.id, head.seq),
    mayShare: ({ seq }) => mayShareCall(core, shop.id, seq),
  });
  const of = { shopId: shop.id, kind: 'send' } as const;
  const prompt = planned.flatMap(({ looked, heads: call }) => (looked ? [] : [call]));
  if (prompt.length > 0) void hand.run(of, prompt, () => sendCalls(core, hooks, shop.id, prompt.map(seqsOf)));
  for (const { looked, heads: call } of planned)
    if (looked) void hand.run(of, [call], () => lookThenSend(core, hooks, shop.id, seqsOf(call)));
}

const seqsOf = (call: readonly LaneOp[]): readonly number[] => call.map(({ seq }) => seq);

/** What the desk knows of an order may be out of date: the platform told nothing of it for too long, and can be asked. */
function isOld({ reader, accounts, knownOrders, policyOf }: OutboxCore, shopId: string, seq: number): boolean {
  if (knownOrders === undefined || accounts.platformOf(shopId)?.getOrder === undefined) return false;
  const op = reader.bySeq(seq);
  return op?.kind === 'send' && knownOrders.ageMs(shopId, op.orderId) > policyOf(shopId).lookAgainAfterMs;
}

/** What was once in doubt is never part of a batch again: should it be sent once more, then alone (RELIABILITY P2). */
function mayShareCall(core: OutboxCore, shopId: string, seq: number): boolean {
  const op = core.reader.bySeq(seq);
  if (op === null || !op.readable || wasInDoubt(op.status)) return false;
  const payload = readPayload(op);
  return payload?.kind === 'send' && core.accounts.platformOf(shopId)?.batch?.takes(payload) === true;
}
