/** One reading of a scale: whole grams, below nought where less lies on it than at its zero. */
export type ScaleReading = {
  readonly grams: number;
  /** Whether the scale says that it stands still; null where its frame does not say. */
  readonly stable: boolean | null;
};

/** Grams in one unit, as a fraction of whole numbers, so that no binary fraction is in the way. */
const UNITS: Readonly<Record<string, readonly [grams: number, per: number]>> = {
  g: [1, 1],
  kg: [1_000, 1],
  t: [1_000_000, 1],
  mg: [1, 1_000],
  lb: [45_359_237, 100_000],
  oz: [28_349_523_125, 1_000_000_000],
};

/** What scales send before the number: A&D, CAS, Ohaus, Kern and the makers that copy them; `S`/`SI` are MT-SICS. */
const STATES: Readonly<Record<string, boolean>> = { ST: true, US: false, S: true, SD: false, SI: false };

/** State, then gross/net/tare words nobody needs here, then the number with its unit. */
const FRAME =
  /^(?:(ST|US|SD|SI|S)[\s,]+)?(?:(?:GS|NT|TR|G|N|T|S|D)[\s,]+)*([+-]?)\s*(\d{1,9})(?:\.(\d{1,6}))?\s*([a-z]{1,2})\s*([A-Z?])?$/i;

/** No parcel a person lifts is heavier; what is above is a torn frame. */
const MOST_GRAMS = 1_000_000;

/**
 * Reads one line of the continuous ASCII output of a bench scale, such as `ST,GS,+  1.234kg`, `US,NT,-  0.010 kg`,
 * `S S     1.234 kg` or `+001.234kg`. Null for anything else: overload (`OL`), a frame that was cut, another language.
 */
export function readScaleFrame(line: string): ScaleReading | null {
  const frame = FRAME.exec(line.trim());
  if (frame === null) return null;
  const [, state = '', sign = '', whole = '', fraction = '', unit = ''] = frame;
  const factor = UNITS[unit.toLowerCase()];
  if (factor === undefined) return null;
  const grams = roundedGrams(`${whole}${fraction}`, fraction.length, factor);
  if (grams > MOST_GRAMS) return null;
  return { grams: sign === '-' && grams > 0 ? -grams : grams, stable: stateOf(state, line) };
}

/** Whole grams, half a gram upwards, by whole numbers only. */
function roundedGrams(digits: string, decimals: number, [grams, per]: readonly [number, number]): number {
  const numerator = BigInt(digits) * BigInt(grams);
  const denominator = BigInt(per) * 10n ** BigInt(decimals);
  return Number((2n * numerator + denominator) / (2n * denominator));
}

/** MT-SICS says `S D` for a reading that still moves; the others say it with the first word. */
function stateOf(state: string, line: string): boolean | null {
  if (/^\s*S[\s,]+D[\s,]/i.test(line)) return false;
  return STATES[state.toUpperCase()] ?? null;
}
