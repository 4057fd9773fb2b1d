import type { IconImage } from './icon-image.ts';

/** The kinds of a macOS icon that hold a PNG, by its side in pixels. */
const kinds = new Map([
  [16, 'icp4'],
  [32, 'icp5'],
  [64, 'icp6'],
  [128, 'ic07'],
  [256, 'ic08'],
  [512, 'ic09'],
  [1024, 'ic10'],
]);

/** A macOS icon: the word `icns` and the whole length, then kind, length and PNG of each image. */
export function icnsFile(images: readonly IconImage[]): Buffer {
  const parts = images.flatMap(({ side, png }) => {
    const kind = kinds.get(side);
    return kind === undefined ? [] : [chunkHead(kind, png.length), png];
  });
  const body = Buffer.concat(parts);
  return Buffer.concat([chunkHead('icns', body.length), body]);
}

function chunkHead(kind: string, bodyLength: number): Buffer {
  const head = Buffer.alloc(8);
  head.write(kind, 0, 'latin1');
  head.writeUInt32BE(bodyLength + 8, 4);
  return head;
}
