import { mayResend } from '../machine/looked.ts';
import type { OutboxCore } from '../core.ts';
import type { Rounds } from './rounds.ts';

/** Ops in doubt looked at before the answer is "not quiet yet"; more than this are never all stuck. */
const MAX_IN_DOUBT = 500;

/**
 * True when the sender has nothing to do. Without `untilIdle`: nothing is due now in any shop that can be called. With
 * it: nothing will happen without a person, so due times in the future and a lost network count as work.
 */
export function isQuiet(core: OutboxCore, rounds: Pick<Rounds, 'access'>, untilIdle: boolean): boolean {
  const nowMs = core.clock.now();
  for (const shop of core.shops.list()) {
    if (core.accounts.platformOf(shop.id) === null || core.gates.of(shop.id) !== null) continue;
    const stop = core.stopOf(shop);
    if (stop === 'plain-http') continue;
    const offline = core.reach.isOffline(shop.id);
    if (offline && !untilIdle) continue;
    const toSend = untilIdle ? core.due.hasSendable(shop.id) : core.due.toSend(shop.id, nowMs, 1).length > 0;
    if ((toSend && !shop.paused && stop === null) || rounds.access(shop) === 'probe') return false;
  }
  return !doubtWillClear(core, untilIdle);
}

/** True when a look at some op in doubt is due (or, with `untilIdle`, will be) and may still change something. */
function doubtWillClear(core: OutboxCore, untilIdle: boolean): boolean {
  const nowMs = core.clock.now();
  return core.due.inState('in_doubt', MAX_IN_DOUBT).some((seq) => {
    const op = core.reader.bySeq(seq);
    if (op === null || op.status.notBeforeMs === null || core.gates.of(op.shopId) !== null) return false;
    const shop = core.shops.get(op.shopId);
    if (shop !== null && core.stopOf(shop) === 'plain-http') return false;
    if (!untilIdle) return op.status.notBeforeMs <= nowMs && !core.reach.isOffline(op.shopId);
    return op.status.counters.absent < 2 || mayResend(op.status, core.rulesOf(op));
  });
}
