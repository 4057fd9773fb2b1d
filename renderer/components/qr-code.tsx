import { useEffect, useState } from 'react';
import styles from './qr-code.module.css';
import type { QrOutline } from './qr-outline.ts';

/** Quiet zone around the squares, in the units of the outline: four modules of two. */
const QUIET = 8;

/** A text as a QR code for a phone, always black on white. The code that draws it is fetched when one is shown. */
export function QrCode(props: { readonly text: string; readonly label: string }) {
  const { text } = props;
  const [drawn, setDrawn] = useState<(QrOutline & { readonly of: string }) | null>(null);
  useEffect(() => {
    let current = true;
    void import('./qr-outline.ts').then(({ qrOutline }) => {
      if (current) setDrawn({ ...qrOutline(text), of: text });
    });
    return () => {
      current = false;
    };
  }, [text]);
  const outline = drawn?.of === text ? drawn : null;
  const side = (outline?.size ?? 0) + 2 * QUIET;
  return (
    <svg
      className={styles.code}
      viewBox={`${-QUIET} ${-QUIET} ${side} ${side}`}
      role="img"
      aria-label={props.label}
      shapeRendering="crispEdges"
      data-ready={outline !== null || undefined}
    >
      <rect x={-QUIET} y={-QUIET} width={side} height={side} fill="#ffffff" />
      {outline && <path d={outline.path} fill="#000000" fillRule="evenodd" />}
    </svg>
  );
}
