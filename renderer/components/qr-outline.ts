import { qrcode } from 'bwip-js/generic';

/** A QR code as the outline of its dark squares: `path` is SVG path data for an even-odd fill inside a `size` by `size` box. */
export type QrOutline = { readonly path: string; readonly size: number };

/** Draws no text and no colour: only polygons ever come. */
export function qrOutline(text: string): QrOutline {
  let path = '';
  let size = 0;
  const drawing = {
    scale: () => null,
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: (width: number): void => {
      size = width;
    },
    line: () => undefined,
    polygon: (points: readonly (readonly [number, number])[]): void => {
      path += `M${points.map(([x, y]) => `${x} ${y}`).join('L')}z`;
    },
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
    end: (): QrOutline => ({ path, size }),
  };
  return qrcode({ bcid: 'qrcode', text, scale: 1 }, drawing);
}
