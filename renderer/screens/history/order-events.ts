import type { OrderStory, StoryScan } from '../../../shared/contract/history.ts';
import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import type { OpStory } from '../../../shared/contract/outbox.ts';

/** One thing that happened to an order. `package` counts its packages from 1. */
export type OrderEvent = { readonly at: string; readonly who: string; readonly package: number } & (
  | { readonly kind: 'ordered' }
  | { readonly kind: 'held' }
  | { readonly kind: 'scan'; readonly scan: StoryScan }
  | { readonly kind: 'saved'; readonly op: OpStory }
  | { readonly kind: 'moved'; readonly move: OpStory['history'][number] }
  | { readonly kind: 'attempt'; readonly attempt: OpStory['attempts'][number]; readonly platform: PlatformId }
  | { readonly kind: 'look'; readonly look: OpStory['readBacks'][number] }
);

const PLACE = { ordered: 0, scan: 1, held: 2, saved: 3, moved: 4, attempt: 5, look: 6 } as const;

/** Everything about an order in one line of time, oldest first. */
export function orderEvents({ order, packages, scans, held }: OrderStory): readonly OrderEvent[] {
  const events: OrderEvent[] = [
    ...(order?.createdAt ? [{ kind: 'ordered' as const, at: order.createdAt, who: '', package: 0 }] : []),
    ...scans.map((scan) => ({ kind: 'scan' as const, at: scan.at, who: scan.operator, package: 0, scan })),
    ...(held === null ? [] : [{ kind: 'held' as const, at: held.at, who: held.by, package: 0 }]),
    ...packages.flatMap((op, index) => eventsOf(op, index + 1)),
  ];
  return events.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || PLACE[a.kind] - PLACE[b.kind]);
}

function eventsOf(op: OpStory, no: number): readonly OrderEvent[] {
  return [
    { kind: 'saved', at: op.row.createdAt, who: op.row.createdBy, package: no, op },
    ...op.history
      .filter(({ from }) => from !== '')
      .map((move) => ({ kind: 'moved' as const, at: move.at, who: move.actor, package: no, move })),
    ...op.attempts.map((attempt) => ({
      kind: 'attempt' as const,
      at: attempt.startedAt,
      who: '',
      package: no,
      attempt,
      platform: op.row.platform,
    })),
    ...op.readBacks.map((look) => ({ kind: 'look' as const, at: look.at, who: '', package: no, look })),
  ];
}
