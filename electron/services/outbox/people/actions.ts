import { bringsWaybill, type OpAction } from '../../../../shared/domain/op.ts';
import { assertNever } from '../../../../shared/kernel/exhaustive.ts';
import type { OutboxCore } from '../core.ts';
import { waitsForRefund } from './refund.ts';
import { correctionBudget, isCorrectedAway } from './corrections.ts';
import type { OpStatus } from '../machine/op-status.ts';
import { shownParcels } from '../sending/shown-parcels.ts';
import type { StoredOp } from '../store/op-row.ts';

/** What the actions depend on besides the state. */
export type ActionFacts = {
  readonly canLook: boolean;
  /** The platform can replace the waybill of this op, and changes are left. */
  readonly canCorrect: boolean;
  /** A buyer's refund holds this op, and its platform lets a shipment refuse it. */
  readonly canRefuseRefund: boolean;
  /** Parcels the last look showed; null when nobody has looked. */
  readonly foreignParcels: number | null;
};

/**
 * What a person may do with an op now. Nobody touches one that is being sent; one in doubt is looked at or decided with
 * evidence, never simply withdrawn; a platform's shipment can only be accepted where there is one.
 */
export function actionsOf(status: OpStatus, facts: ActionFacts): readonly OpAction[] {
  const correct = facts.canCorrect ? (['correct-waybill'] as const) : [];
  const refuse = facts.canRefuseRefund ? (['refuse-refund'] as const) : [];
  switch (status.state) {
    case 'ready':
      return [...correct, 'cancel'];
    case 'wait':
      return ['retry-now', ...correct, 'cancel'];
    case 'sending':
    case 'cancelled':
      return [];
    case 'in_doubt':
      return [
        ...(facts.canLook ? (['look-again'] as const) : []),
        'confirm-shipped',
        'confirm-not-shipped',
        ...correct,
      ];
    case 'held':
      return ['release', ...refuse, ...correct, 'cancel'];
    case 'rejected':
      return ['edit', ...refuse, 'cancel'];
    case 'conflict':
      return [
        ...(facts.canLook ? (['look-again'] as const) : []),
        ...((facts.foreignParcels ?? 0) > 0 ? (['accept-platform'] as const) : []),
        ...(facts.foreignParcels === 1 ? correct : []),
        'cancel',
      ];
    case 'quarantined':
      return ['release', 'confirm-shipped', 'confirm-not-shipped'];
    case 'shipped':
      return correct;
    default:
      return assertNever(status.state, 'state');
  }
}

/** The facts of one op. Only states that offer a choice ask the database. */
export function actionFacts(core: OutboxCore, op: StoredOp): ActionFacts {
  const { state } = op.status;
  const platform = core.accounts.platformOf(op.shopId);
  const asks = state === 'conflict' || bringsWaybill({ kind: op.kind, state });
  return {
    canLook: platform?.readBack !== undefined,
    canCorrect: asks && canCorrect(core, op),
    canRefuseRefund: (state === 'held' || state === 'rejected') && waitsForRefund(core, op),
    foreignParcels: state === 'conflict' ? (shownParcels(core, op)?.length ?? null) : null,
  };
}

function canCorrect(core: OutboxCore, op: StoredOp): boolean {
  if (op.waybill === '') return false;
  if (op.status.state === 'conflict' && op.kind !== 'send') return false;
  const { used, limit } = correctionBudget(core, op);
  return used < limit && !isCorrectedAway(core, op, op.waybill);
}
