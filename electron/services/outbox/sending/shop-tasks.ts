import type { SendOutcome } from '../../platforms/platform.ts';
import { closeAccount, tellGate } from '../gates/account-gate.ts';
import { applyEvent } from '../apply.ts';
import type { Claimed, OutboxCore } from '../core.ts';
import type { Effect } from '../machine/event.ts';
import { noteReach, noteRead } from '../gates/probe.ts';
import { applyLook, look } from './reconcile.ts';
import { callPlatform, claim, type Ended, finish, type ShopCall } from './sender.ts';
import type { StoredOp } from '../store/op-row.ts';
import { readPayload } from '../store/payload.ts';

/** What the calls of one shop report back to the loop. */
export type TaskHooks = {
  /** Whether the shop still takes a new call: its account, its network, and the loop itself. */
  readonly maySend: (shopId: string) => boolean;
  readonly onAmbiguous: (shopId: string) => void;
  /** One op of a task is through and its lane is free; without progress the loop takes its time before the next round. */
  readonly onDone: (seq: number, progressed: boolean) => void;
  /** Tries a write again later that the disk refused just now. */
  readonly writeLater: (write: () => void) => Promise<void>;
};

/** Claims the ops of several calls in one commit and makes the calls side by side. */
export async function sendCalls(
  core: OutboxCore,
  hooks: TaskHooks,
  shopId: string,
  calls: readonly (readonly number[])[],
): Promise<void> {
  return withAccount(core, shopId, async (shop) => {
    if (!hooks.maySend(shopId)) return;
    const claimed = core.store.transaction(() => calls.map((seqs) => claimFor(core, hooks, seqs)));
    await Promise.all(claimed.map((call) => sendCall(core, hooks, shop, call)));
  });
}

/** What cannot be claimed any more is let go. */
function claimFor(core: OutboxCore, hooks: TaskHooks, seqs: readonly number[]): readonly Claimed[] {
  const claimed = claim(core, seqs);
  for (const seq of seqs) if (!claimed.some(({ op }) => op.seq === seq)) hooks.onDone(seq, false);
  return claimed;
}

/** One call and what it makes of each of its ops. Should it end in between, all of them are in doubt at the next start. */
async function sendCall(
  core: OutboxCore,
  hooks: TaskHooks,
  shop: ShopCall,
  claimed: readonly Claimed[],
): Promise<void> {
  if (claimed.length === 0) return;
  const outcomes = await callPlatform(core, shop, claimed);
  const ended = outcomes.flatMap((outcome, index): Ended[] => {
    const each = claimed[index];
    return each === undefined ? [] : [{ claimed: each, outcome }];
  });
  await write(core, hooks, shop.account.shopId, ended);
  noteAnswers(core, shop.account.shopId, outcomes);
  for (const { op } of claimed) hooks.onDone(op.seq, true);
}

/** All results in one commit; where the disk refuses, each op is written by itself, so that none holds up the others. */
async function write(core: OutboxCore, hooks: TaskHooks, shopId: string, ended: readonly Ended[]): Promise<void> {
  const settle = (some: readonly Ended[]): void => react(core, hooks, shopId, finish(core, some));
  try {
    settle(ended);
  } catch (error) {
    const ops = ended.map(({ claimed }) => claimed.op.id).join(' ');
    core.log.error('result-not-written', { ops, reason: error instanceof Error ? error.name : '' });
    await Promise.all(ended.map((each) => hooks.writeLater(() => settle([each]))));
  }
}

/** Each unknown outcome counts, for each has to be looked up; what a call learns about line and account counts once. */
function react(core: OutboxCore, hooks: TaskHooks, shopId: string, effects: readonly Effect[]): void {
  const has = (kind: Effect['kind']): boolean => effects.some((effect) => effect.kind === kind);
  for (const { kind } of effects) if (kind === 'ambiguous') hooks.onAmbiguous(shopId);
  if (has('not-reached')) noteReach(core, shopId, false);
  if (has('close-gate')) tellGate(core, shopId);
}

function noteAnswers(core: OutboxCore, shopId: string, outcomes: readonly SendOutcome[]): void {
  if (outcomes.some(({ phase }) => phase === 'answered')) noteReach(core, shopId, true);
  if (outcomes.some(({ verdict }) => verdict.kind === 'applied')) core.gates.forgetStreak(shopId);
}

/**
 * The ops of one call that could not leave promptly, for somebody else may have shipped their orders meanwhile (PLATFORMS
 * 7, rule 7), or whose orders the desk has not heard of for too long, for the buyer may have changed them. Each is looked up first; those that nothing stands against leave together, as long as their looks are fresh.
 */
export async function lookThenSend(
  core: OutboxCore,
  hooks: TaskHooks,
  shopId: string,
  seqs: readonly number[],
): Promise<void> {
  return withAccount(core, shopId, async (shop) => {
    const clear: { readonly seq: number; readonly lookedAtMs: number }[] = [];
    for (const seq of seqs) {
      if (!hooks.maySend(shopId)) return;
      const lookedAtMs = core.clock.monotonic();
      const outcome = await lookAt(core, shop, seq);
      if (outcome === 'clear') clear.push({ seq, lookedAtMs });
      else hooks.onDone(seq, outcome === 'moved');
    }
    if (!hooks.maySend(shopId)) return;
    const oldestMs = core.clock.monotonic() - core.policyOf(shopId).lookBeforeSendingAfterMs;
    const fresh = clear.flatMap(({ seq, lookedAtMs }) => (lookedAtMs >= oldestMs ? [seq] : []));
    await sendCall(core, hooks, shop, claimFor(core, hooks, fresh));
  });
}

/** A look alone: in doubt, in conflict, or held by the order itself. */
export async function lookOnly(core: OutboxCore, hooks: TaskHooks, shopId: string, seq: number): Promise<void> {
  return withAccount(core, shopId, async (shop) => {
    const outcome = await lookAt(core, shop, seq);
    hooks.onDone(seq, outcome === 'moved');
  });
}

/** `clear`: nothing stands against sending; `moved`: the op was changed; `blocked`: no look could be made now. */
type LookOutcome = 'clear' | 'moved' | 'blocked';

async function lookAt(core: OutboxCore, { platform, account }: ShopCall, seq: number): Promise<LookOutcome> {
  const op = core.reader.bySeq(seq);
  if (op === null) return 'blocked';
  const payload = op.readable ? readPayload(op) : null;
  if (payload === null) {
    const event = { type: 'damaged', atMs: core.clock.now(), code: 'local:payload-damaged' } as const;
    core.store.transaction(() => applyEvent(core, op, event));
    return 'moved';
  }
  // Where the platform cannot be asked anything, there is nothing to wait for before sending.
  if (isUnsent(op) && platform.getOrder === undefined && platform.readBack === undefined) return 'clear';
  const seen = await look(core, platform, account, { op, payload });
  if (seen.failure !== null) {
    noteRead(core, op.shopId, { ok: false, error: seen.failure });
    // The account or the network stands in the way, not this op: its look stays due for when they are back.
    if (core.gates.of(op.shopId) !== null || core.reach.isOffline(op.shopId)) return 'blocked';
  } else noteReach(core, op.shopId, true);
  // A prompt package is looked at for the buyer's sake only: a look that fails does not keep it.
  if (seen.result.kind === 'failed' && isUnsent(op)) return isLate(core, op) ? postpone(core, seq) : 'clear';
  const applied = applyLook(core, seq, seen);
  if (applied === null) return 'blocked';
  return applied.moved ? 'moved' : isUnsent(applied.op) ? 'clear' : 'blocked';
}

const isLate = (core: OutboxCore, op: StoredOp): boolean =>
  core.clock.now() - op.createdAtMs > core.policyOf(op.shopId).lookBeforeSendingAfterMs;

const isUnsent = (op: StoredOp): boolean => op.status.state === 'ready' || op.status.state === 'wait';

function postpone(core: OutboxCore, seq: number): LookOutcome {
  core.store.transaction(() => {
    const op = core.reader.bySeq(seq);
    if (op === null) return;
    const onlineMs = core.reach.onlineMs(op.shopId);
    applyEvent(core, op, { type: 'postponed', atMs: core.clock.now(), random: core.random(), onlineMs });
  });
  return 'moved';
}

/** Opens the account for a task. Without usable credentials the account is blocked, and no op is charged for it. */
async function withAccount(core: OutboxCore, shopId: string, task: (shop: ShopCall) => Promise<void>): Promise<void> {
  const done = await core.accounts.use(shopId, (platform, account) => task({ platform, account }));
  if (!done.ok) closeAccount(core, shopId, { cause: 'credentials', code: 'local:credentials-missing', message: '' });
}
