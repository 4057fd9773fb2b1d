import type { Carrier } from '../../../shared/domain/carrier.ts';
import { carrierKeyOf } from '../../../shared/domain/carriers/carrier-table.ts';
import { fitsPattern } from '../../../shared/domain/carriers/waybill-pattern.ts';

/** How many carriers a packer is offered at once: the keys 1 to 9. */
const MAX_CANDIDATES = 9;

/** What is known about whose parcel it probably is. */
export type CarrierClues = {
  /** The shop's own list. */
  readonly list: readonly Carrier[];
  /** Entries of the list whose numbers look like this one, likeliest first. */
  readonly guesses: readonly Carrier[];
  /** The carrier the order's other parcels leave with; empty texts where nothing is known. */
  readonly expected: Pick<Carrier, 'code' | 'name'>;
  /** The code a packer chose for numbers of this shape in this shop. */
  readonly remembered: string | null;
  /** Codes of the carriers this shop's latest parcels left with, most used first. */
  readonly oftenUsed: () => readonly string[];
};

/**
 * The carrier of a waybill, or those to ask about. One whose number it looks like is taken; among several the order's
 * own carrier, then the one chosen before. What the platform's own pattern speaks against is offered, never taken.
 */
export function chooseCarrier(
  waybill: string,
  clues: CarrierClues,
): { readonly carrier: Carrier } | { readonly candidates: readonly Carrier[] } {
  const { list, guesses } = clues;
  const fitting = guesses.filter((guess) => fitsPattern(guess, waybill));
  const expected = expectedOf(clues);
  const remembered = list.find(({ code }) => code === clues.remembered);
  const carrier = fitting.length === 1 ? fitting[0] : (fitting.find((each) => each === expected) ?? remembered);
  if (carrier !== undefined) return { carrier };
  const usual = [expected, ...clues.oftenUsed().map((often) => list.find(({ code }) => code === often))];
  const likely = usual.filter((each) => each !== undefined);
  const offered = fitting.length > 0 ? guesses : [...guesses, ...likely, ...list];
  return { candidates: [...new Set(offered)].slice(0, MAX_CANDIDATES) };
}

/** The entry of the list the order's other parcels mean: by code, or where the platform shows a name only, by company. */
function expectedOf({ list, expected }: CarrierClues): Carrier | undefined {
  const byCode = list.find(({ code }) => code === expected.code);
  if (byCode !== undefined || expected.name === '') return byCode;
  const key = carrierKeyOf(expected);
  return list.find((each) => each.name === expected.name || (key !== null && carrierKeyOf(each) === key));
}
