import type { HandOver, HandOverBoard } from '../../../shared/contract/shift.ts';
import type { ScanOrigin } from '../../../shared/contract/scans.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { type StopReason, StopReasonSchema } from '../../../shared/domain/problem-shelf.ts';
import { mustStay } from '../../../shared/domain/shift-differences.ts';
import { isoFromMs, SECOND_MS } from '../../../shared/kernel/time.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Clock } from '../ports.ts';
import type { ScanLog } from '../scans/scan-log-store.ts';
import type { FollowedParcel } from './follow-corrections.ts';
import type { HandedOver, HandOverStore } from './hand-over-store.ts';
import type { ParcelStore } from './parcel-store.ts';
import { handedAs, parcelOfOp } from './shift-parcels.ts';

export type HandOverDeps = {
  readonly parcels: ParcelStore;
  readonly hands: HandOverStore;
  readonly orders: {
    readonly get: (shopId: string, orderId: string) => Order | null;
    readonly findByLabel: (waybill: string) => readonly Order[];
    readonly findByCode: (code: string) => readonly Order[];
  };
  /** Waybills the bench holds for a package that is not saved yet. */
  readonly onBench: () => readonly string[];
  readonly scanLog: Pick<ScanLog, 'record' | 'verdictOf'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly clock: Pick<Clock, 'now'>;
};

/** A label as it was scanned; `waybill` null where the code cannot be one. */
export type LabelScan = {
  readonly text: string;
  readonly waybill: string | null;
  readonly origin: ScanOrigin | null;
  readonly operator: string;
};

/** The same label within this time is one trigger pull too many, and says nothing. */
const REPEAT_MS = 2 * SECOND_MS;

/**
 * One parcel for the courier. Only `handed` and `repeated` let it go: the box of any other answer stays here. The scan,
 * the hand-over and its audit entry are one transaction, so that a scan handed in again after a break is known.
 */
export function handOver(deps: HandOverDeps, { text, waybill, origin, operator }: LabelScan): HandOver {
  const told = waybill === null ? answer('not-waybill', text.slice(0, 60)) : judge(deps, waybill);
  const { verdict } = told;
  const before = origin === null ? null : deps.scanLog.verdictOf(origin);
  if (before === 'handed-over' && (verdict === 'repeated' || verdict === 'already'))
    return { ...told, verdict: 'handed' };
  const atMs = deps.clock.now();
  const counts = verdict === 'handed';
  const put = (): void => {
    if (!counts) return;
    deps.hands.put({ waybill: told.waybill, carrier: told.carrier, atMs, operator });
    const detail = { waybill: told.waybill, carrier: told.carrier };
    deps.audit.append({ atMs, actor: operator, action: 'handed-over', subject: `order:${told.orderId}`, detail });
  };
  deps.scanLog.record(
    {
      ...{
        atMs,
        text,
        origin: before === null ? origin : null,
        isKey: false,
        step: 'hand-over',
        took: 'waybill',
        operator,
      },
      verdict: counts ? 'handed-over' : verdict === 'repeated' ? 'duplicate-ignored' : 'refused',
      reason: counts || verdict === 'repeated' ? '' : `hand-over:${verdict}`,
    },
    put,
  );
  return told;
}

/** What a label comes to, without writing anything. */
function judge(deps: HandOverDeps, waybill: string): HandOver {
  const parcel = parcelOfOp(deps.parcels, deps.parcels.byWaybill(waybill));
  if (parcel === null) return unpacked(deps, waybill);
  const { current, send } = parcel;
  const about = { carrier: current.carrier, orderId: send.orderId };
  const before = handedAs(deps.hands, parcel);
  if (before !== null) return { ...answer(repeatOf(deps, before), waybill), ...about, ...whenAndWho(before) };
  const stop = stopOf(deps, parcel);
  if (stop !== undefined) return { ...answer('stopped', waybill), ...about, stop };
  if (current.waybill !== waybill) return { ...answer('old-label', waybill), ...about, now: current.waybill };
  return { ...answer('handed', waybill), ...about };
}

/** A label of an order that waits for its packing is told apart from one nobody here knows. */
function unpacked(deps: HandOverDeps, waybill: string): HandOver {
  const order = deps.orders.findByLabel(waybill)[0] ?? deps.orders.findByCode(waybill)[0];
  if (order === undefined && !deps.onBench().includes(waybill)) return answer('unknown', waybill);
  return { ...answer('not-saved', waybill), orderId: order?.orderId ?? '' };
}

/** Why the box must not leave: a reason, null where the platform's refusal is all there is; undefined where it may. */
function stopOf(deps: HandOverDeps, { send, current }: FollowedParcel): StopReason | null | undefined {
  if (send.stop !== null) return StopReasonSchema.catch('platform').parse(send.stop);
  const order = deps.orders.get(send.shopId, send.orderId);
  const [flag] = order?.flags ?? [];
  if (flag !== undefined) return flag;
  if (order?.status === 'closed') return 'closed';
  return mustStay({ state: current.state, holdKind: current.holdKind, stopped: false }) ? null : undefined;
}

const repeatOf = ({ clock }: HandOverDeps, before: HandedOver) =>
  clock.now() - before.atMs < REPEAT_MS ? ('repeated' as const) : ('already' as const);

const whenAndWho = ({ atMs, operator }: HandedOver) => ({ at: isoFromMs(atMs), by: operator });

const answer = (verdict: HandOver['verdict'], waybill: string): HandOver => ({
  ...{ verdict, waybill, carrier: '', orderId: '', at: '', by: '', stop: null, now: '' },
});

/** What the board shows of the latest hand-overs. */
export const latestHandOvers = (hands: HandOverStore, fromSeq: number): HandOverBoard['latest'] =>
  hands
    .latest(fromSeq, 12)
    .map(({ waybill, carrier, atMs, operator }) => ({ waybill, carrier, at: isoFromMs(atMs), by: operator }));
