import decodeQr from 'qr/decode.js';

/** The text of a QR code in a picture of RGBA pixels, read by other code than the one that draws it. Throws without one. */
export const readQr = (picture: {
  readonly width: number;
  readonly height: number;
  readonly data: readonly number[];
}): string => decodeQr({ width: picture.width, height: picture.height, data: Uint8ClampedArray.from(picture.data) });
