import { code128, type DrawingContext } from 'bwip-js/generic';

/** One bar in modules from the left edge of the first. */
export type Bar = { readonly at: number; readonly width: number };

/** Bars are drawn as lines at whole numbers: twice as large, the middle of every bar is one. */
const SCALE = 2;

/** The bars of a Code 128 symbol, without quiet zones. An even number of digits becomes set C, two digits a symbol. */
export function barcodeBars(digits: string): readonly Bar[] {
  const bars: Bar[] = [];
  const drawing: DrawingContext<readonly Bar[]> = {
    scale: () => [SCALE, SCALE],
    measure: () => ({ width: 0, ascent: 0, descent: 0 }),
    init: () => undefined,
    line: (fromX, _fromY, _toX, _toY, width) =>
      void bars.push({ at: (fromX - width / 2) / SCALE, width: width / SCALE }),
    polygon: () => undefined,
    hexagon: () => undefined,
    ellipse: () => undefined,
    fill: () => undefined,
    text: () => undefined,
    end: () => bars,
  };
  const drawn = code128({ bcid: 'code128', text: digits, scale: SCALE, height: 10 }, drawing);
  const left = Math.min(...drawn.map(({ at }) => at));
  return drawn.map(({ at, width }) => ({ at: at - left, width })).toSorted((one, other) => one.at - other.at);
}
