import type { ShopRecord } from '../shops/shop-store.ts';
import { applyEvent } from './apply.ts';
import { afterProbe, type Breaker, CLOSED_BREAKER, countAmbiguous } from './breaker.ts';
import type { OutboxCore } from './core.ts';
import { type CallKind, createLanes } from './lanes.ts';
import { probeShop } from './probe.ts';
import { lookOnly, lookThenSend, sendBatch, type TaskHooks } from './shop-tasks.ts';
import type { DueOp } from './store/due-ops.ts';

/** What a shop allows now. `probe`: the one harmless read that may open it again is due. */
export type Access = 'open' | 'reads-only' | 'shut' | 'probe';

/** One shop at a time: what may be started now, and when to come back. Holds no timer and no loop. */
export type Rounds = {
  readonly run: (shop: ShopRecord) => void;
  readonly access: (shop: ShopRecord) => Access;
  /** How long until something of this shop falls due by itself, in ms; null when nothing will. */
  readonly nextInMs: (shop: ShopRecord) => number | null;
  /** A look a person asked for, whatever the shop's state. False when the op's lane is in hand already. */
  readonly lookNow: (op: LaneOp, shopId: string) => Promise<boolean>;
  readonly forgetBreaker: (shopId: string) => void;
};

/** Runs a task in the background; the caller waits for it when it stops. */
export type StartTask = (task: () => Promise<void>) => Promise<void>;

type LaneOp = Pick<DueOp, 'seq' | 'lane'>;

/** Looks at once per shop; they are harmless but cost the platform's quota. */
const MAX_LOOKS = 2;

/** Creates the rounds over the outbox's parts. `onProgress` asks the loop for another round. */
export function createRounds(deps: {
  readonly core: OutboxCore;
  readonly start: StartTask;
  readonly onProgress: (progressed: boolean) => void;
  readonly writeLater: TaskHooks['writeLater'];
}): Rounds {
  const { core, start, onProgress } = deps;
  const { clock, due } = core;
  const lanes = createLanes();
  const laneOf = new Map<number, string>();
  const breakers = new Map<string, Breaker>();
  const probing = new Set<string>();
  const breakerOf = (shopId: string): Breaker => breakers.get(shopId) ?? CLOSED_BREAKER;
  const letGo = (seq: number): void => {
    const lane = laneOf.get(seq);
    if (lane === undefined) return;
    laneOf.delete(seq);
    lanes.release(lane);
  };
  const hooks: TaskHooks = {
    writeLater: deps.writeLater,
    onDone: (seq, progressed) => {
      letGo(seq);
      onProgress(progressed);
    },
    onAmbiguous: (shopId) => {
      const limits = core.policyOf(shopId).breaker;
      breakers.set(shopId, countAmbiguous(breakerOf(shopId), clock.monotonic(), limits));
    },
  };
  const inHand = (shopId: string, kind: CallKind, ops: readonly LaneOp[], task: () => Promise<void>): Promise<void> => {
    for (const { seq, lane } of ops) {
      lanes.take(lane, shopId, kind);
      laneOf.set(seq, lane);
    }
    return start(async () => {
      try {
        await task();
      } finally {
        const left = ops.filter(({ seq }) => laneOf.has(seq));
        for (const { seq } of left) letGo(seq);
        if (left.length > 0) onProgress(false);
      }
    });
  };
  const probe = (shop: ShopRecord): void => {
    probing.add(shop.id);
    void start(async () => {
      try {
        const answered = await probeShop(core, shop);
        if (breakerOf(shop.id).openUntilMs !== null)
          breakers.set(shop.id, afterProbe(answered, clock.monotonic(), core.policyOf(shop.id).breaker));
      } finally {
        probing.delete(shop.id);
        onProgress(true);
      }
    });
  };
  const access = (shop: ShopRecord): Access => {
    const gate = core.gates.of(shop.id);
    if (gate !== null) return clock.now() >= gate.recheckAtMs ? 'probe' : 'shut';
    const nowMs = clock.monotonic();
    if (core.reach.isOffline(shop.id)) return nowMs >= core.reach.probeAtMs(shop.id) ? 'probe' : 'shut';
    if (shop.paused) return 'reads-only';
    const { openUntilMs } = breakerOf(shop.id);
    if (openUntilMs === null) return 'open';
    return nowMs >= openUntilMs ? 'probe' : 'reads-only';
  };
  const startLooks = (shop: ShopRecord, allowed: boolean): void => {
    for (const seq of due.toLook(shop.id, clock.now(), 50)) {
      const op = core.reader.bySeq(seq);
      if (op === null || lanes.isBusy(op.lane)) continue;
      const event = { type: 'held-too-long', atMs: clock.now() } as const;
      if (op.status.state === 'held' && core.store.transaction(() => applyEvent(core, op, event)).moved) continue;
      const byItself = op.status.state === 'in_doubt' || op.status.holdKind === 'business';
      if (!allowed || !byItself || lanes.count(shop.id, 'look') >= MAX_LOOKS) continue;
      void inHand(shop.id, 'look', [op], () => lookOnly(core, hooks, shop.id, seq));
    }
  };
  const startSends = (shop: ShopRecord): void => {
    const policy = core.policyOf(shop.id);
    const free = policy.maxInFlight - lanes.count(shop.id, 'send');
    if (free <= 0) return;
    const nowMs = clock.now();
    const heads = due
      .toSend(shop.id, nowMs, policy.maxInFlight + MAX_LOOKS + free)
      .filter(({ lane }) => !lanes.isBusy(lane))
      .slice(0, free);
    const late = heads.filter(({ createdAtMs }) => nowMs - createdAtMs > policy.lookBeforeSendingAfterMs);
    const prompt = heads.filter((head) => !late.includes(head));
    if (prompt.length > 0) {
      const seqs = prompt.map(({ seq }) => seq);
      void inHand(shop.id, 'send', prompt, () => sendBatch(core, hooks, shop.id, seqs));
    }
    for (const head of late) void inHand(shop.id, 'send', [head], () => lookThenSend(core, hooks, shop.id, head.seq));
  };
  return {
    access,
    run: (shop) => {
      if (probing.has(shop.id) || core.accounts.platformOf(shop.id) === null) return;
      const allowed = access(shop);
      if (allowed === 'probe') probe(shop);
      startLooks(shop, allowed === 'open' || allowed === 'reads-only');
      if (allowed === 'open') startSends(shop);
    },
    nextInMs: (shop) => {
      const gate = core.gates.of(shop.id);
      if (gate !== null) return gate.recheckAtMs - clock.now();
      if (core.reach.isOffline(shop.id)) return core.reach.probeAtMs(shop.id) - clock.monotonic();
      const dueAtMs = due.nextAtMs(shop.id, clock.now());
      const dueInMs = dueAtMs === null ? null : dueAtMs - clock.now();
      const { openUntilMs } = breakerOf(shop.id);
      if (openUntilMs === null) return dueInMs;
      return Math.min(openUntilMs - clock.monotonic(), dueInMs ?? Number.MAX_SAFE_INTEGER);
    },
    lookNow: async (op, shopId) => {
      if (lanes.isBusy(op.lane)) return false;
      await inHand(shopId, 'look', [op], () => lookOnly(core, hooks, shopId, op.seq));
      return true;
    },
    forgetBreaker: (shopId) => {
      breakers.delete(shopId);
    },
  };
}
