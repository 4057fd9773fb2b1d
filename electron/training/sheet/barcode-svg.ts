import { code128, drawingSVG } from 'bwip-js/generic';

/** A Code 128 barcode as an inline SVG with quiet zones, black on white; the text itself is printed beneath by the page. */
export const code128Svg = (text: string): string =>
  code128(
    { bcid: 'code128', text, height: 12, scale: 2, paddingwidth: 10, paddingheight: 2, backgroundcolor: 'FFFFFF' },
    drawingSVG(),
  );
