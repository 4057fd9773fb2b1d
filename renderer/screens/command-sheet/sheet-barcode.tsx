import { barcodeBars } from './barcode-bars.ts';

/** Width of the thinnest bar, mm: well above the 0.33 mm that every scanner reads from a sheet of paper. */
const MODULE_MM = 0.5;
const HEIGHT_MM = 15;
/** White to the left and right that belongs to the symbol. */
const QUIET_MODULES = 10;

/** One barcode at its true size. */
export function SheetBarcode({ digits }: { readonly digits: string }) {
  const bars = barcodeBars(digits);
  const modules = Math.max(...bars.map(({ at, width }) => at + width)) + 2 * QUIET_MODULES;
  return (
    <svg
      viewBox={`0 0 ${modules} 1`}
      preserveAspectRatio="none"
      shapeRendering="crispEdges"
      style={{ width: `${modules * MODULE_MM}mm`, height: `${HEIGHT_MM}mm` }}
      data-digits={digits}
      aria-hidden="true"
    >
      <rect width={modules} height={1} fill="#fff" />
      {bars.map(({ at, width }) => (
        <rect key={at} x={at + QUIET_MODULES} width={width} height={1} fill="#000" />
      ))}
    </svg>
  );
}
