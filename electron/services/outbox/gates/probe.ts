import type { ReadFailure, ReadResult } from '../../platforms/platform.ts';
import type { ShopRecord } from '../../shops/shop-store.ts';
import { type Blocked, closeAccount, openAccount } from './account-gate.ts';
import type { OutboxCore } from '../core.ts';
import { hurryUnreached } from '../recover.ts';

/**
 * One harmless read to learn whether a shop may go on: after a closed gate, a lost network or a run of unknown
 * outcomes. Never a shipment. True when the platform answered the account.
 */
export async function probeShop(core: OutboxCore, shop: ShopRecord): Promise<boolean> {
  const gate = core.gates.of(shop.id);
  const report = await core.accounts.use(shop.id, async (platform, account) => {
    // A cached token would hide that the credentials behind it were replaced or blocked.
    if (gate?.cause === 'credentials') platform.forget(shop.id);
    return platform.checkConnection(account);
  });
  if (!report.ok) {
    closeAccount(core, shop.id, { cause: 'credentials', code: 'local:credentials-missing', message: '' });
    return false;
  }
  const failure = report.value.ok ? null : report.value.error;
  noteRead(core, shop.id, report.value);
  if (failure === null) {
    openAccount(core, shop.id, 'system');
    return true;
  }
  if (failure.kind !== 'account' && gate !== null) {
    const nowMs = core.clock.now();
    core.gates.recheckAt(shop.id, core.gates.nextRecheckMs(shop.id, nowMs, core.policyOf(shop.id)));
  }
  return false;
}

/** Takes note of what any read tells about the network and the account. */
export function noteRead(core: OutboxCore, shopId: string, result: ReadResult<unknown>): void {
  const failure = result.ok ? null : result.error;
  const told = failure?.kind !== 'timeout' || isUnreached(failure) || core.reach.isOffline(shopId);
  if (told) noteReach(core, shopId, failure === null || (failure.kind !== 'timeout' && !isUnreached(failure)));
  if (failure?.kind === 'account') closeAccount(core, shopId, blockedBy(failure));
}

/** A refused account as its gate keeps it. */
export const blockedBy = ({ cause = 'permission', code, message, link }: ReadFailure): Blocked => ({
  cause,
  code,
  message,
  link,
});

/** Takes note of whether somebody answered; what waited for the network only is due when it is back. */
export function noteReach(core: OutboxCore, shopId: string, answered: boolean): void {
  if (!core.reach.saw(shopId, answered)) return;
  if (answered) hurryUnreached(core, shopId);
  core.events.emit('status.changed', []);
}

/** A call that was connected and then not answered says nothing about the network; silence at connecting does. */
const isUnreached = (failure: ReadFailure): boolean =>
  failure.kind === 'offline' || (failure.kind === 'timeout' && failure.network !== 'timeout');
