import type { Problem } from '../../../../shared/contract/problem.ts';
import type { Carrier } from '../../../../shared/domain/carrier.ts';
import { bringsWaybill } from '../../../../shared/domain/op.ts';
import type {
  CorrectPayload,
  OpPayload,
  PackageItem,
  SendPayload,
  SerialNumber,
} from '../../../../shared/domain/shipment.ts';
import { WAYBILL_PATTERN } from '../../../../shared/domain/waybill.ts';
import { err, type Result } from '../../../../shared/kernel/result.ts';
import { actionFacts, actionsOf } from './actions.ts';
import type { OutboxCore } from '../core.ts';
import { notAllowed } from './decide.ts';
import { enqueue, enqueueInstead } from '../enqueue.ts';
import { shownParcels } from '../sending/shown-parcels.ts';
import type { StoredOp } from '../store/op-row.ts';
import { readPayload } from '../store/payload.ts';

/** What is changed about a refused op; absent parts stay. Waybills are normalised and checked by the caller. */
export type Edit = {
  readonly carrier?: Carrier;
  readonly waybill?: string;
  readonly serialNumbers?: readonly string[];
};

/**
 * T16: a refused op is replaced by a corrected one; the old bytes are kept. That the old one refused the buyer's refund
 * is not carried over: that choice is made anew or not at all.
 * Errors: no such op, not refused, serial numbers that do not fit the goods, and those of saving.
 */
export function editRejected(core: OutboxCore, id: string, edit: Edit, operator: string): Result<StoredOp, Problem> {
  const op = core.reader.byId(id);
  if (op === null) return err({ code: 'op-not-found', id });
  const payload = readPayload(op);
  if (op.status.state !== 'rejected' || payload === null) return err(notAllowed(op, 'edit'));
  const edited = payload.kind === 'send' ? editSend(payload, edit) : editCorrection(payload, edit);
  if (edited === null) return err({ code: 'compose-refused', rule: 'serial-number-count', detail: '' });
  const carrierName = edit.carrier?.name ?? op.carrierName;
  return enqueueInstead(core, op, { shopId: op.shopId, payload: edited, carrierName, operator });
}

function editSend(payload: SendPayload, edit: Edit): SendPayload | null {
  const items = edit.serialNumbers === undefined ? payload.items : withSerials(payload.items, edit.serialNumbers);
  if (items === null) return null;
  const { rejectRefund: _chosenForThatOneOnly, ...rest } = payload;
  const { deliver } = rest;
  return { ...rest, items, deliver: deliver.type === 'courier' ? { ...deliver, ...parcelChange(edit) } : deliver };
}

const editCorrection = (payload: CorrectPayload, edit: Edit): CorrectPayload => ({
  ...payload,
  to: { ...payload.to, ...parcelChange(edit) },
});

const parcelChange = ({ carrier, waybill }: Edit) => ({
  ...(carrier === undefined ? {} : { carrierCode: carrier.code, carrierName: carrier.name }),
  ...(waybill === undefined ? {} : { waybill }),
});

/** Another number is another piece: the IMEIs of the one before go with it. */
const changed = (was: SerialNumber, serialNumber: string): SerialNumber =>
  was.serialNumber === serialNumber ? was : { serialNumber };

/** Puts the numbers in the places the old ones had, first to last; null when there are more or fewer of them. */
function withSerials(items: readonly PackageItem[], numbers: readonly string[]): PackageItem[] | null {
  const queue = [...numbers];
  const places = items.reduce((sum, item) => sum + (item.serialNumbers?.length ?? 0), 0);
  if (queue.length !== places) return null;
  return items.map((item) =>
    item.serialNumbers === undefined
      ? item
      : { ...item, serialNumbers: item.serialNumbers.map((was) => changed(was, queue.shift() ?? '')) },
  );
}

/**
 * Asks the platform for another waybill: for a shipment that was sent or a correction that is on its way (a new op behind
 * it in its lane, which starts from the waybill the one before brings and waits for it), or instead of an op that
 * conflicts with the platform's single parcel (T19).
 * Errors: no such op, nothing that could be corrected, the changes used up, and those of saving.
 */
export function correctWaybill(
  core: OutboxCore,
  id: string,
  to: { readonly carrier: Carrier; readonly waybill: string },
  operator: string,
): Result<StoredOp, Problem> {
  const op = core.reader.byId(id);
  if (op === null) return err({ code: 'op-not-found', id });
  const payload = readPayload(op);
  const { state } = op.status;
  const follows = bringsWaybill({ kind: op.kind, state });
  if (payload === null || !(follows || state === 'conflict')) return err(notAllowed(op, 'correct-waybill'));
  const from = state === 'conflict' ? platformParcel(core, op) : sentParcel(payload);
  const impossible = { code: 'correction-not-possible', orderId: op.orderId, waybill: op.waybill } as const;
  if (from === null || from.waybill === to.waybill) return err(impossible);
  const parcel = { carrierCode: to.carrier.code, carrierName: to.carrier.name, waybill: to.waybill };
  const { orderId, whole, items } = payload;
  const correction: OpPayload = { version: 1, kind: 'correct', orderId, whole, from, to: parcel, items };
  const input = { shopId: op.shopId, payload: correction, carrierName: to.carrier.name, operator };
  if (follows) return enqueue(core, input);
  if (!actionsOf(op.status, actionFacts(core, op)).includes('correct-waybill')) return err(impossible);
  return enqueueInstead(core, op, input);
}

type Parcel = CorrectPayload['from'];

function sentParcel(payload: OpPayload): Parcel | null {
  if (payload.kind === 'correct') return payload.to;
  if (payload.deliver.type !== 'courier') return null;
  const { carrierCode, carrierName, waybill } = payload.deliver;
  return { carrierCode, carrierName, waybill };
}

/** The platform's own parcel, when a look showed exactly one that can be named again. */
function platformParcel(core: OutboxCore, op: StoredOp): Parcel | null {
  const [only, more] = shownParcels(core, op) ?? [];
  if (only === undefined || more !== undefined || !WAYBILL_PATTERN.test(only.waybill)) return null;
  return { carrierCode: only.carrierCode, carrierName: only.carrierName, waybill: only.waybill };
}
