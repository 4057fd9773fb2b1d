import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const resources = join(import.meta.dirname, '../../../build/package/resources');
const pngMagic = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

/** Width that a PNG says of itself. */
const widthOf = (png: Buffer) => png.readUInt32BE(16);

test('the Windows icon holds a PNG of every size it lists', () => {
  const icon = readFileSync(join(resources, 'icon.ico'));
  const sides = Array.from({ length: icon.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const png = icon.subarray(icon.readUInt32LE(at + 12)).subarray(0, icon.readUInt32LE(at + 8));
    expect(png.subarray(0, 4)).toEqual(pngMagic);
    expect(widthOf(png)).toBe(icon.readUInt8(at) || 256);
    return widthOf(png);
  });
  expect(sides).toEqual([16, 24, 32, 48, 64, 128, 256]);
});

test('the macOS icon holds a PNG in every part, and the parts fill it', () => {
  const icon = readFileSync(join(resources, 'icon.icns'));
  expect(icon.toString('latin1', 0, 4)).toBe('icns');
  expect(icon.readUInt32BE(4)).toBe(icon.length);
  const sides: number[] = [];
  for (let at = 8; at < icon.length; at += icon.readUInt32BE(at + 4)) {
    const png = icon.subarray(at + 8);
    expect(png.subarray(0, 4)).toEqual(pngMagic);
    sides.push(widthOf(png));
  }
  expect(sides).toEqual([16, 32, 64, 128, 256, 512, 1024]);
});

test('the Linux icon is 512 pixels wide', () => {
  expect(widthOf(readFileSync(join(resources, 'icon.png')))).toBe(512);
});
