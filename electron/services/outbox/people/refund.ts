import type { Problem } from '../../../../shared/contract/problem.ts';
import { capabilitiesOf } from '../../../../shared/domain/platforms/platform-list.ts';
import { err, type Result } from '../../../../shared/kernel/result.ts';
import type { OutboxCore } from '../core.ts';
import { notAllowed } from './decide.ts';
import { enqueueInstead } from '../enqueue.ts';
import type { StoredOp } from '../store/op-row.ts';
import { readPayload } from '../store/payload.ts';

/** What a look writes down when nothing but an after-sale case holds an order. */
const AFTER_SALE_ONLY = 'flags: after-sale';

/**
 * True where an op is held or refused for a refund of the buyer that waits, by the platform's own code or by a look that
 * found nothing else, on a platform where a shipment may refuse it.
 */
export function waitsForRefund(core: OutboxCore, op: StoredOp): boolean {
  const codes = capabilitiesOf(op.platform).refundCodes;
  const { code } = op.status;
  if (codes === undefined || code === null || op.kind !== 'send') return false;
  if (codes.includes(code)) return true;
  return code === 'local:order-on-hold' && core.evidence.readBacks(op.seq).at(-1)?.detail === AFTER_SALE_ONLY;
}

/**
 * A supervisor's explicit choice for one order: the package goes out once more as a new op that refuses the buyer's open
 * refund (`rejectRefund`, class C: never resent by itself). The choice and its reason stand in the audit of both ops.
 * Errors: no such op, nothing that waits for a refund, and those of saving.
 */
export function refuseRefund(
  core: OutboxCore,
  id: string,
  { operator, reason }: { readonly operator: string; readonly reason: string },
): Result<StoredOp, Problem> {
  const op = core.reader.byId(id);
  if (op === null) return err({ code: 'op-not-found', id });
  const payload = readPayload(op);
  const { state } = op.status;
  if (payload?.kind !== 'send' || (state !== 'held' && state !== 'rejected') || !waitsForRefund(core, op))
    return err(notAllowed(op, 'refuse-refund'));
  return enqueueInstead(core, op, {
    shopId: op.shopId,
    payload: { ...payload, rejectRefund: true },
    carrierName: op.carrierName,
    operator,
    refusesRefund: { reason },
  });
}
