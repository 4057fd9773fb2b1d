/** The part of a HID report's description that is needed; `usages` are page and usage in one number, as WebHID gives them. */
export type HidReportItem = {
  readonly usages?: readonly number[] | undefined;
  readonly reportSize?: number | undefined;
  readonly reportCount?: number | undefined;
};
export type HidReportInfo = {
  readonly reportId?: number | undefined;
  readonly items?: readonly HidReportItem[] | undefined;
};

/** What one report of a HID-POS scanner carries. `more`: the code goes on in the next report. */
export type HidReading = { readonly text: string; readonly aim: string; readonly more: boolean };

/** Usages of the HID Point of Sale tables, page 0x8C, and the byte count of page 0x01. */
const SYMBOLOGY_IDS = [0x8c00fb, 0x8c00fc, 0x8c00fd] as const;
const DECODED_DATA = 0x8c00fe;
const CONTINUED = 0x8c00ff;
const BYTE_COUNT = 0x01003b;

/** Reads one report by the layout that the device itself describes; null where it carries no code. */
export function readHidReport(info: HidReportInfo, data: DataView): HidReading | null {
  const places = placesOf(info);
  const decoded = places.get(DECODED_DATA);
  if (!decoded) return null;
  const counted = bitsAt(data, places.get(BYTE_COUNT));
  const room = Math.min(decoded.count, Math.max(0, data.byteLength - decoded.bit / 8));
  const length = counted === null ? room : Math.min(counted, room);
  const bytes = Array.from({ length }, (_, index) => data.getUint8(decoded.bit / 8 + index));
  const ids = SYMBOLOGY_IDS.map((usage) => bitsAt(data, places.get(usage)) ?? 0);
  const end = counted === null ? bytes.findIndex((byte) => byte === 0) : -1;
  return {
    text: new TextDecoder().decode(Uint8Array.from(end < 0 ? bytes : bytes.slice(0, end))),
    aim: ids.every((id) => id > 0x20) ? String.fromCharCode(...ids) : '',
    more: bitsAt(data, places.get(CONTINUED)) === 1,
  };
}

type Place = { readonly bit: number; readonly size: number; readonly count: number };

/** Where each usage lies, in bits from the report's start. Fields of several usages are one element for each. */
function placesOf({ items = [] }: HidReportInfo): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  let bit = 0;
  for (const { usages = [], reportSize = 0, reportCount = 0 } of items) {
    for (const [index, usage] of usages.entries())
      places.set(usage, {
        bit: bit + index * reportSize,
        size: reportSize,
        count: usages.length > 1 ? 1 : reportCount,
      });
    bit += reportSize * reportCount;
  }
  return places;
}

/** A number of up to eight bits, or null where it is not there. */
function bitsAt(data: DataView, place: Place | undefined): number | null {
  if (!place || place.bit / 8 >= data.byteLength) return null;
  const byte = data.getUint8(Math.floor(place.bit / 8));
  return (byte >> (place.bit % 8)) & ((1 << Math.min(8, place.size)) - 1);
}
