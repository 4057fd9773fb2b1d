import type { BenchOffer } from '../../../shared/contract/packing.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';
import type { OutboxDesk } from '../outbox/people/desk.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { BenchMemory } from './bench-memory.ts';
import type { PackingDeps } from './packing-deps.ts';
import { EXCUSE } from './photograph.ts';

type Deps = {
  readonly outbox: Pick<Outbox, 'waybillUse'> & {
    readonly desk: Pick<OutboxDesk, 'find' | 'current' | 'actions' | 'corrections'>;
  };
  readonly serialUse: BenchMemory['serialUse'];
  /** True where some shop's platform can be asked for this code. */
  readonly canLookUp: (code: string) => boolean;
};

/** Says what else can be done about a refused scan: correct the waybill of what was saved, or look the code up. */
export const createBenchOffer =
  ({ outbox, canLookUp, serialUse }: Deps): PackingDeps['offer'] =>
  (problem, code) => {
    if (problem.code === 'photo-missing') return EXCUSE;
    if (problem.code === 'scan-unknown') return canLookUp(code) ? { kind: 'look-up' } : null;
    if (problem.code === 'serial-number-used') return openOf(serialUse(code));
    const waybill = waybillOf(problem);
    if (waybill === null) return null;
    const use = outbox.waybillUse(normaliseWaybill(code)) ?? outbox.waybillUse(waybill);
    return use === null ? null : offerFor(outbox.desk, use.opId);
  };

/** The waybill a refusal names because a package was saved with it. */
function waybillOf(problem: Problem): string | null {
  switch (problem.code) {
    case 'order-nothing-left':
    case 'waybill-used':
    case 'op-duplicate':
      return problem.waybill;
    default:
      return null;
  }
}

const openOf = (use: { readonly opId: string } | null): BenchOffer | null =>
  use === null ? null : { kind: 'open', opId: use.opId };

function offerFor(desk: Deps['outbox']['desk'], opId: string): BenchOffer | null {
  const found = desk.find(opId);
  if (found === null) return null;
  const op = desk.current(found);
  if (desk.actions(op).includes('correct-waybill')) return { kind: 'correct', opId: op.id };
  if (op.status.state !== 'shipped') return { kind: 'open', opId: op.id };
  const budget = desk.corrections(op);
  if (budget !== null) return { kind: 'correct-spent', used: budget.used, limit: budget.limit };
  return capabilitiesOf(op.platform).correctElsewhere === undefined
    ? null
    : { kind: 'correct-elsewhere', platform: op.platform };
}
