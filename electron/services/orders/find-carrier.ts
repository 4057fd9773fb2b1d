import type { Carrier } from '../../../shared/domain/carrier.ts';
import type { CarrierKey } from '../../../shared/domain/carriers/carrier-key.ts';
import { carrierKeyNamed, carrierKeyOf } from '../../../shared/domain/carriers/carrier-table.ts';
import { guessCarriers } from '../../../shared/domain/carriers/guess-carriers.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

/** Words that people leave out of or add to a carrier's name. */
const NAME_ENDINGS = ['快递', '速递', '速运', '物流', '快运'];

/** The carrier of a shop's list that a file names: by its own code or name, else by the company, however it is written. */
export function namedCarrier(
  text: string,
  list: readonly Carrier[],
): Result<Carrier, 'unknown-carrier' | 'ambiguous-carrier'> {
  const wanted = fold(text);
  const exact =
    list.find((carrier) => fold(carrier.code) === wanted) ??
    list.find((carrier) => fold(carrier.name) === wanted) ??
    NAME_ENDINGS.flatMap((ending) => list.find((carrier) => fold(carrier.name) === `${wanted}${ending}`) ?? [])[0];
  if (exact !== undefined) return ok(exact);
  const key = carrierKeyNamed(text);
  const same = key === null ? [] : list.filter((carrier) => carrierKeyOf(carrier) === key);
  // A name that is part of another may be another company's: 中通快运 is not 中通.
  const near = same.length > 0 ? same : list.filter((carrier) => isNear(carrier, wanted) && isNoOther(carrier, key));
  const [only] = near;
  if (only === undefined) return err('unknown-carrier');
  return near.length === 1 ? ok(only) : err('ambiguous-carrier');
}

/** The one carrier of a shop's list whose waybills look like this one. */
export function guessedCarrier(
  waybill: string,
  list: readonly Carrier[],
): Result<Carrier, 'missing' | 'ambiguous-carrier'> {
  const candidates = guessCarriers(waybill, list);
  const [only] = candidates;
  if (only === undefined) return err('missing');
  return candidates.length === 1 ? ok(only) : err('ambiguous-carrier');
}

const isNear = ({ name }: Carrier, wanted: string): boolean =>
  fold(name).includes(wanted) || wanted.includes(fold(name));

const isNoOther = (carrier: Carrier, key: CarrierKey | null): boolean => key === null || carrierKeyOf(carrier) === null;

const fold = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '').toLowerCase();
