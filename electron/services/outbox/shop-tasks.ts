import type { Account, Platform } from '../platforms/platform.ts';
import { closeAccount, tellGate } from './account-gate.ts';
import { applyEvent } from './apply.ts';
import type { Claimed, OutboxCore } from './core.ts';
import type { Effect } from './machine/event.ts';
import { noteReach, noteRead } from './probe.ts';
import { applyLook, look } from './reconcile.ts';
import { callPlatform, claim, finish } from './sender.ts';
import type { StoredOp } from './store/op-row.ts';
import { readPayload } from './store/payload.ts';

/** What the calls of one shop report back to the loop. */
export type TaskHooks = {
  readonly onAmbiguous: (shopId: string) => void;
  /** One op of a task is through and its lane is free; without progress the loop takes its time before the next round. */
  readonly onDone: (seq: number, progressed: boolean) => void;
  /** Tries a write again later that the disk refused just now. */
  readonly writeLater: (write: () => void) => Promise<void>;
};

/** Claims and sends lane heads side by side. */
export async function sendBatch(
  core: OutboxCore,
  hooks: TaskHooks,
  shopId: string,
  seqs: readonly number[],
): Promise<void> {
  return withAccount(core, shopId, async (platform, account) => {
    const claimed = claim(core, seqs);
    for (const seq of seqs) if (!claimed.some(({ op }) => op.seq === seq)) hooks.onDone(seq, false);
    await Promise.all(claimed.map((each) => sendOne(core, hooks, { platform, account }, each)));
  });
}

type Access = { readonly platform: Platform; readonly account: Account };

async function sendOne(core: OutboxCore, hooks: TaskHooks, access: Access, claimed: Claimed): Promise<void> {
  const outcome = await callPlatform(core, access.platform, access.account, claimed);
  const write = (): void => react(core, hooks, claimed.op, finish(core, claimed, outcome));
  try {
    write();
  } catch (error) {
    core.log.error('result-not-written', { op: claimed.op.id, reason: error instanceof Error ? error.name : '' });
    await hooks.writeLater(write);
  }
  if (outcome.phase === 'answered') noteReach(core, claimed.op.shopId, true);
  if (outcome.verdict.kind === 'applied') core.gates.forgetStreak(claimed.op.shopId);
  hooks.onDone(claimed.op.seq, true);
}

function react(core: OutboxCore, hooks: TaskHooks, op: StoredOp, effects: readonly Effect[]): void {
  for (const effect of effects) {
    if (effect.kind === 'ambiguous') hooks.onAmbiguous(op.shopId);
    if (effect.kind === 'not-reached') noteReach(core, op.shopId, false);
    if (effect.kind === 'close-gate') tellGate(core, op.shopId);
  }
}

/**
 * An op that could not leave promptly: somebody else may have shipped the order meanwhile (PLATFORMS 7, rule 7). It is
 * looked up first, and sent only when nothing stands against it.
 */
export async function lookThenSend(core: OutboxCore, hooks: TaskHooks, shopId: string, seq: number): Promise<void> {
  return withAccount(core, shopId, async (platform, account) => {
    const outcome = await lookAt(core, platform, account, seq);
    if (outcome === 'clear') {
      const [claimed] = claim(core, [seq]);
      if (claimed !== undefined) {
        await sendOne(core, hooks, { platform, account }, claimed);
        return;
      }
    }
    hooks.onDone(seq, outcome === 'moved');
  });
}

/** A look alone: in doubt, in conflict, or held by the order itself. */
export async function lookOnly(core: OutboxCore, hooks: TaskHooks, shopId: string, seq: number): Promise<void> {
  return withAccount(core, shopId, async (platform, account) => {
    const outcome = await lookAt(core, platform, account, seq);
    hooks.onDone(seq, outcome === 'moved');
  });
}

/** `clear`: nothing stands against sending; `moved`: the op was changed; `blocked`: no look could be made now. */
type LookOutcome = 'clear' | 'moved' | 'blocked';

async function lookAt(core: OutboxCore, platform: Platform, account: Account, seq: number): Promise<LookOutcome> {
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
  if (seen.result.kind === 'failed' && isUnsent(op)) return postpone(core, seq);
  const applied = applyLook(core, seq, seen);
  if (applied === null) return 'blocked';
  return applied.moved ? 'moved' : isUnsent(applied.op) ? 'clear' : 'blocked';
}

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
async function withAccount(
  core: OutboxCore,
  shopId: string,
  task: (platform: Platform, account: Account) => Promise<void>,
): Promise<void> {
  const done = await core.accounts.use(shopId, task);
  if (!done.ok) closeAccount(core, shopId, { cause: 'credentials', code: 'local:credentials-missing', message: '' });
}
