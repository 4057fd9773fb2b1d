import type { ShopRecord } from '../shops/shop-store.ts';
import { applyEvent } from './apply.ts';
import type { OutboxCore } from './core.ts';
import { createHand, type Hand, type LaneOp, type StartTask } from './hand.ts';
import { type Access, createShopAccess, type ShopAccess } from './shop-access.ts';
import { lookOnly, lookThenSend, sendBatch, type TaskHooks } from './shop-tasks.ts';
import type { StoredOp } from './store/op-row.ts';

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
};

/** Looks at once per shop; they are harmless but cost the platform's quota. */
const MAX_LOOKS = 2;
/** Due looks considered in one round. */
const LOOKS_PER_ROUND = 50;

/** Creates the rounds over the outbox's parts. */
export function createRounds({ core, start, onProgress, writeLater }: Deps): Rounds {
  const { clock, due } = core;
  const hand = createHand(start, () => onProgress(false));
  const shops = createShopAccess(core, start, () => onProgress(true));
  const hooks: TaskHooks = {
    writeLater,
    onAmbiguous: shops.countAmbiguous,
    onDone: (seq, progressed) => {
      hand.letGo(seq);
      onProgress(progressed);
    },
  };
  const startLook = (op: LaneOp, shopId: string): Promise<void> =>
    hand.run(shopId, 'look', [op], () => lookOnly(core, hooks, shopId, op.seq));
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

/** Takes the lane heads that are due, as far as the account has calls free; late ones are looked up first. */
function startSends(core: OutboxCore, hand: Hand, hooks: TaskHooks, shop: ShopRecord): void {
  const policy = core.policyOf(shop.id);
  const free = policy.maxInFlight - hand.count(shop.id, 'send');
  if (free <= 0) return;
  const nowMs = core.clock.now();
  const heads = core.due
    .toSend(shop.id, nowMs, policy.maxInFlight + MAX_LOOKS + free)
    .filter(({ lane }) => !hand.isBusy(lane))
    .slice(0, free);
  const late = heads.filter(({ createdAtMs }) => nowMs - createdAtMs > policy.lookBeforeSendingAfterMs);
  const prompt = heads.filter((head) => !late.includes(head));
  if (prompt.length > 0) {
    const seqs = prompt.map(({ seq }) => seq);
    void hand.run(shop.id, 'send', prompt, () => sendBatch(core, hooks, shop.id, seqs));
  }
  for (const head of late) void hand.run(shop.id, 'send', [head], () => lookThenSend(core, hooks, shop.id, head.seq));
}
