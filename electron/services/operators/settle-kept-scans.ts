import type { CallContext } from '../../../shared/contract/define.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { PackingService } from '../packing/packing-service.ts';
import type { Clock } from '../ports.ts';
import type { Operators } from './operators.ts';

export type SettleDeps = {
  readonly operators: Pick<Operators, 'keptScans'>;
  readonly packing: Pick<PackingService, 'scan'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly clock: Pick<Clock, 'now'>;
};

/**
 * Takes what was scanned at a locked desk to the bench, in its order, for whoever has signed in; one that is refused
 * stops the line, and the later ones stay kept. A scan leaves the store only after the bench has it. Or drops them all.
 */
export async function settleKeptScans(
  { operators: { keptScans }, packing, audit, clock }: SettleDeps,
  take: boolean,
  who: CallContext,
): Promise<{ readonly taken: number; readonly left: number }> {
  let taken = 0;
  if (take) {
    for (const { no, text, origin } of keptScans.list()) {
      const { verdict } = await packing.scan(text, who, origin ?? undefined);
      keptScans.drop(no);
      taken += 1;
      if (verdict === 'refused') break;
    }
  }
  const dropped = take ? 0 : keptScans.dropAll();
  audit.append({
    atMs: clock.now(),
    actor: who.operator,
    action: take ? 'kept-scans.taken' : 'kept-scans.dropped',
    subject: 'system',
    detail: { count: take ? taken : dropped },
  });
  return { taken, left: keptScans.count() };
}
