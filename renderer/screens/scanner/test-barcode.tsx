import { TEST_CODE } from '../../scanning/calibrate.ts';
import styles from './scanner-screen.module.css';

/** The test code as Code 128: widths of bars and gaps in modules, a bar first. */
export const TEST_BARS = '2112141123131412211221321131412212312113311141311221322133111321132131132133112232112331112';

const QUIET = 10;
const HEIGHT = 40;

/** The printed test code; black on white with its quiet zone, so that it scans from a screen too. */
export function TestBarcode({ label }: { readonly label: string }) {
  const widths = [...TEST_BARS].map(Number);
  const starts = widths.map((_, index) => widths.slice(0, index).reduce((sum, width) => sum + width, QUIET));
  const total = widths.reduce((sum, width) => sum + width, 2 * QUIET);
  return (
    <figure className={styles.barcode}>
      <svg viewBox={`0 0 ${total} ${HEIGHT}`} role="img" aria-label={label} preserveAspectRatio="none">
        <rect width={total} height={HEIGHT} fill="#fff" />
        {widths.map((width, index) =>
          index % 2 === 0 ? (
            <rect key={starts[index]} x={starts[index]} y={2} width={width} height={HEIGHT - 4} fill="#000" />
          ) : null,
        )}
      </svg>
      <figcaption>{TEST_CODE}</figcaption>
    </figure>
  );
}
