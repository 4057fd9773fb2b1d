import type { AccountCause } from '../../../../shared/domain/platforms/reply-class.ts';
import { applyEvent } from '../apply.ts';
import type { OutboxCore } from '../core.ts';

/** What is known about why an account is blocked. */
export type Blocked = {
  readonly cause: AccountCause;
  readonly code: string | null;
  readonly message: string;
  readonly link?: string | undefined;
};

/** Stops every call of an account until it is re-checked or opened by a person. */
export function closeAccount(core: OutboxCore, shopId: string, { cause, code, message, link = '' }: Blocked): void {
  const nowMs = core.clock.now();
  const known = core.gates.of(shopId);
  const recheckAtMs = core.gates.nextRecheckMs(shopId, nowMs, core.policyOf(shopId));
  core.store.transaction(() => {
    core.gates.close({ shopId, cause, code, message: message.slice(0, 300), link, closedAtMs: nowMs, recheckAtMs });
    if (known?.cause === cause) return;
    core.audit.append({
      atMs: nowMs,
      actor: 'system',
      action: 'gate.closed',
      subject: `shop:${shopId}`,
      detail: { cause, code },
    });
  });
  if (known?.cause !== cause) tellGate(core, shopId);
}

/** Opens an account's gate and gives back what was held because of it (T14). True when it was closed. */
export function openAccount(core: OutboxCore, shopId: string, actor: string): boolean {
  const opened = core.store.transaction(() => {
    if (!core.gates.open(shopId)) return false;
    const atMs = core.clock.now();
    core.audit.append({ atMs, actor, action: 'gate.opened', subject: `shop:${shopId}`, detail: {} });
    for (const seq of core.due.heldForAccount(shopId)) {
      const op = core.reader.bySeq(seq);
      if (op !== null) applyEvent(core, op, { type: 'gate-opened', atMs });
    }
    return true;
  });
  if (opened) tellGate(core, shopId);
  return opened;
}

/** Tells the pages that an account's gate has changed. */
export function tellGate(core: OutboxCore, shopId: string): void {
  core.events.emit('shops.changed', [shopId]);
  core.events.emit('status.changed', []);
}
