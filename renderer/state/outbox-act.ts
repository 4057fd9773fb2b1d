import type { AppContract } from '../../shared/contract/index.ts';
import type { Client } from '../../shared/contract/define.ts';
import type { OpRow } from '../../shared/contract/outbox.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { MAYBE_APPLIED_STATES, type OpState } from '../../shared/domain/op.ts';
import type { Result } from '../../shared/kernel/result.ts';

/** What a person decided about one op, with everything the backend wants to know for it. */
export type OutboxDecision =
  | { readonly action: 'look-again' | 'retry-now' }
  | { readonly action: 'cancel' | 'release' | 'refuse-refund'; readonly reason: string }
  | {
      readonly action: 'confirm-shipped' | 'confirm-not-shipped' | 'accept-platform';
      readonly reason: string;
      readonly evidence: string;
    }
  | {
      readonly action: 'edit';
      readonly carrierCode?: string;
      /** Instead of a code: a carrier that is not on the list. */
      readonly carrierName?: string;
      readonly waybill?: string;
      readonly serialNumbers?: readonly string[];
    }
  | { readonly action: 'correct-waybill'; readonly carrierCode: string; readonly waybill: string };

const RESOLUTION = {
  'confirm-shipped': 'shipped',
  'confirm-not-shipped': 'not-shipped',
  'accept-platform': 'accept-platform',
} as const;

const maybeApplied: readonly OpState[] = MAYBE_APPLIED_STATES;

/** Carries a decision out. Withdrawing what may already be applied is a resolution, not a plain cancel (T13, T17). */
export function decide(
  client: Client<AppContract>,
  row: Pick<OpRow, 'id' | 'state'>,
  decision: OutboxDecision,
): Promise<Result<OpRow, Problem>> {
  const { id } = row;
  switch (decision.action) {
    case 'look-again':
      return client.outbox.lookAgain({ id });
    case 'retry-now':
      return client.outbox.retryNow({ id });
    case 'release':
      return client.outbox.release({ id, reason: decision.reason });
    case 'refuse-refund':
      return client.outbox.refuseRefund({ id, reason: decision.reason, understood: true });
    case 'cancel':
      return maybeApplied.includes(row.state)
        ? client.outbox.resolve({ id, as: 'cancel', reason: decision.reason })
        : client.outbox.cancel({ id, reason: decision.reason });
    case 'edit':
      return client.outbox.edit({
        id,
        ...(decision.carrierCode === undefined ? {} : { carrierCode: decision.carrierCode }),
        ...(decision.carrierName === undefined ? {} : { carrierName: decision.carrierName }),
        ...(decision.waybill === undefined ? {} : { waybill: decision.waybill }),
        ...(decision.serialNumbers === undefined ? {} : { serialNumbers: [...decision.serialNumbers] }),
      });
    case 'correct-waybill':
      return client.outbox.correct({ id, carrierCode: decision.carrierCode, waybill: decision.waybill });
    default:
      return client.outbox.resolve({
        id,
        as: RESOLUTION[decision.action],
        reason: decision.reason,
        evidence: decision.evidence,
      });
  }
}
