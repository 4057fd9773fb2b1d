import { PHOTO_LIMIT_BYTES } from '../../../shared/domain/photo.ts';

/** Larger on either side is no still of a bench but something that swells when it is shown. */
const MOST_PIXELS = 4_096;

/**
 * Whether bytes are a whole JPEG picture of a size the bench makes: its signs at both ends, its segments one after another,
 * and a frame of at most 4096 pixels a side.
 */
export function isPhoto(bytes: Uint8Array): boolean {
  if (bytes.length < 16 || bytes.length > PHOTO_LIMIT_BYTES) return false;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(0) !== SOI || view.getUint16(bytes.length - 2) !== EOI) return false;
  for (let at = 2; at + 9 < bytes.length; ) {
    const marker = view.getUint16(at);
    if (marker < 0xffc0 || marker === SOS || marker === EOI) return false;
    if (isFrame(marker)) return isSide(view.getUint16(at + 5)) && isSide(view.getUint16(at + 7));
    at += 2 + view.getUint16(at + 2);
  }
  return false;
}

const SOI = 0xffd8;
const EOI = 0xffd9;
const SOS = 0xffda;

/** Start of frame, whichever way it is coded; C4, C8 and CC are tables (ITU-T T.81, B.1.1.3). */
const isFrame = (marker: number): boolean =>
  marker >= 0xffc0 && marker <= 0xffcf && marker !== 0xffc4 && marker !== 0xffc8 && marker !== 0xffcc;

const isSide = (pixels: number): boolean => pixels > 0 && pixels <= MOST_PIXELS;
