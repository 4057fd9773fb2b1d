import type { ShiftFigures, ShiftParcel, ShiftReport } from '../../../shared/contract/shift.ts';
import { DIFFERENCES } from '../../../shared/domain/shift-differences.ts';

/** As many differences as a person can look through; the file has them all. */
const MOST_DIFFERENCES = 500;

/** Packed, handed over and confirmed, per carrier, and every parcel for which they do not agree, most urgent first. */
export function shiftReport(parcels: readonly ShiftParcel[]): ShiftReport {
  const names = [...new Set(parcels.filter(isPacked).map(({ carrier }) => carrier))].toSorted((a, b) =>
    a === '' ? 1 : b === '' ? -1 : a.localeCompare(b),
  );
  return {
    figures: shiftFigures(parcels),
    carried: parcels.filter((parcel) => parcel.carried && isPacked(parcel)).length,
    carriers: names.map((carrier) => ({ carrier, ...counts(parcels.filter((each) => each.carrier === carrier)) })),
    differences: parcels
      .filter(({ difference }) => difference !== null)
      .toSorted((a, b) => rank(a) - rank(b) || a.packedAt.localeCompare(b.packedAt))
      .slice(0, MOST_DIFFERENCES),
  };
}

export const shiftFigures = (parcels: readonly ShiftParcel[]): ShiftFigures => ({
  ...counts(parcels),
  differences: parcels.filter(({ difference }) => difference !== null).length,
});

const rank = ({ difference }: ShiftParcel): number =>
  difference === null ? DIFFERENCES.length : DIFFERENCES.indexOf(difference);

/** What was put aside is no parcel yet, what was withdrawn none any more. */
const isPacked = ({ state }: ShiftParcel): boolean => state !== null && state !== 'cancelled';

const counts = (parcels: readonly ShiftParcel[]) => ({
  packed: parcels.filter(isPacked).length,
  handed: parcels.filter(({ handedAt }) => handedAt !== null).length,
  confirmed: parcels.filter(({ state }) => state === 'shipped').length,
});
