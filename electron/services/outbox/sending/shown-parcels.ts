import type { ShippedParcel } from '../../../../shared/domain/order.ts';
import type { OutboxCore } from '../core.ts';
import type { StoredOp } from '../store/op-row.ts';

/** The parcels the last look that could be made showed for an op; null where nobody has looked. */
export const shownParcels = (core: OutboxCore, op: StoredOp): readonly ShippedParcel[] | null =>
  core.evidence.readBacks(op.seq).findLast(({ result }) => result !== 'failed')?.parcels ?? null;
