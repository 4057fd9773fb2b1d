import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { PackingDeps } from './packing-deps.ts';
import { openPackage, packageForWaybill, type Session } from './session.ts';

/**
 * Keeps what the current package weighs: the one that waits for its waybill, else the open one. A weight no package of the
 * shop can have is refused.
 */
export function weigh(deps: Pick<PackingDeps, 'extras'>, session: Session, grams: number): Result<Session, Problem> {
  const box = packageForWaybill(session) ?? openPackage(session);
  if (session.order === null || box === undefined) return err({ code: 'package-empty' });
  const { minGrams, maxGrams } = deps.extras.wanted(session.order.shopId);
  if (grams < minGrams || grams > maxGrams)
    return err({ code: 'weight-implausible', grams, least: minGrams, most: maxGrams });
  const packages = session.packages.map((each) => (each.no === box.no ? { ...each, weightGrams: grams } : each));
  return ok({ ...session, packages });
}
