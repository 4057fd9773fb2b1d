import type { OpRow, OpStory } from '../../../shared/contract/outbox.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { AuditEntry } from '../audit/audit-log.ts';
import type { OutboxDesk } from '../outbox/people/desk.ts';
import type { StoredOp } from '../outbox/store/op-row.ts';
import { parsePayload } from '../outbox/store/payload.ts';
import type { PackageExtrasStore } from '../packing/package-extras.ts';
import type { Photos } from '../photos/photos.ts';
import type { ShopStore } from '../shops/shop-store.ts';
import type { Spending } from '../shops/spending.ts';

type Deps = { readonly desk: OutboxDesk; readonly shops: Pick<ShopStore, 'get'> };
type StoryDeps = Deps & {
  readonly costOf: Spending['ofOrder'];
  readonly extras: Pick<PackageExtrasStore, 'of'>;
  readonly photos: Pick<Photos, 'of'>;
};

const isoOrNull = (atMs: number | null): string | null => (atMs === null ? null : isoFromMs(atMs));

/** An op as one line of the list. */
export const opRow = ({ desk, shops }: Deps, op: StoredOp): OpRow => ({
  id: op.id,
  shopId: op.shopId,
  shop: shops.get(op.shopId)?.name ?? '',
  platform: op.platform,
  orderId: op.orderId,
  kind: op.kind,
  state: op.status.state,
  carrierCode: op.carrierCode,
  carrierName: op.carrierName,
  waybill: op.waybill,
  pieces: op.pieces,
  attempts: op.status.counters.attempts,
  code: op.status.code,
  platformMessage: op.status.message,
  requestId: op.status.requestId,
  holdKind: op.status.holdKind,
  proof: op.status.proof,
  notBefore: isoOrNull(op.status.notBeforeMs),
  doubtSince: isoOrNull(op.status.doubtSinceMs),
  createdAt: isoFromMs(op.createdAtMs),
  createdBy: op.createdBy,
  updatedAt: isoFromMs(op.updatedAtMs),
  overridden: desk.overridden(op),
  actions: [...desk.actions(op)],
});

/** Everything known about an op; null when its saved bytes can no longer be read as a shipment. */
export function opStory(deps: StoryDeps, op: StoredOp): OpStory | null {
  const payload = parsePayload(op.payloadText);
  if (payload === null) return null;
  const record = deps.desk.record(op);
  const { weightGrams } = deps.extras.of(op.id);
  const photo = deps.photos.of(op.id);
  return {
    row: opRow(deps, op),
    payload,
    ...(weightGrams === null ? {} : { weightGrams }),
    ...(photo === null ? {} : { photo }),
    attempts: record.attempts.map(({ no, startedAtMs, result }) => ({
      no,
      startedAt: isoFromMs(startedAtMs),
      endedAt: isoOrNull(result?.endedAtMs ?? null),
      phase: result?.phase ?? 'intent',
      httpStatus: result?.httpStatus ?? null,
      code: result?.code ?? null,
      message: result?.message ?? '',
      requestId: result?.requestId ?? '',
      verdict: result?.verdict ?? '',
    })),
    readBacks: record.readBacks.map(({ atMs, result, detail, parcels }) => ({
      at: isoFromMs(atMs),
      result,
      detail,
      parcels: [...parcels],
    })),
    history: record.audit.flatMap(historyEntry),
    corrections: deps.desk.corrections(op),
    supersedes: op.supersedes,
    supersededBy: record.supersededBy,
    cost: capabilitiesOf(op.platform).billed === true ? deps.costOf(op.shopId, op.orderId) : null,
  };
}

/**
 * Changes of state, and leave given by PIN; tries and looks are told by themselves. The app's own moves carry no name.
 */
function historyEntry({ atMs, actor, action, detail }: AuditEntry): OpStory['history'] {
  const from = String(detail['from'] ?? '');
  const to = String(detail['to'] ?? '');
  if (from === to && action !== 'override.granted') return [];
  const said = [detail['for'], detail['reason'], detail['note'], detail['evidence']].filter(
    (part) => typeof part === 'string' && part !== '',
  );
  return [{ at: isoFromMs(atMs), actor: actor === 'system' ? '' : actor, action, from, to, detail: said.join(' · ') }];
}
