import { describe, expect, it } from 'vitest';
import { isPhoto } from '../../../electron/services/photos/jpeg.ts';
import { PHOTO_LIMIT_BYTES } from '../../../shared/domain/photo.ts';
import { jpeg } from './photo-desk.ts';

const changed = (at: number, ...bytes: number[]): Uint8Array => {
  const copy = jpeg();
  copy.set(bytes, at < 0 ? copy.length + at : at);
  return copy;
};

describe('a picture that is handed in', () => {
  it('is a whole JPEG of a size a bench makes', () => {
    expect(isPhoto(jpeg())).toBe(true);
    expect(isPhoto(jpeg({ width: 4_096, height: 4_096 }))).toBe(true);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'.padEnd(200))],
    ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...Array<number>(100).fill(0)])],
    ['an SVG', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'.padEnd(200))],
    ['the beginning of a JPEG', jpeg().subarray(0, -2)],
    ['a JPEG with something behind it', Buffer.concat([jpeg(), Buffer.from('<script>')])],
    ['a JPEG without a frame', changed(20, 0xff, 0xda)],
    ['a JPEG whose segments lead nowhere', changed(4, 0xff, 0xff)],
    ['a JPEG with other signs in front', changed(0, 0x00)],
    ['a picture of no width', jpeg({ width: 0 })],
    ['a picture that swells', jpeg({ width: 60_000, height: 60_000 })],
    ['more bytes than any still has', jpeg({ filler: PHOTO_LIMIT_BYTES })],
  ])('is refused where it is %s', (_what, bytes) => {
    expect(isPhoto(bytes)).toBe(false);
  });
});
