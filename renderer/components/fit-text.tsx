import type { CSSProperties } from 'react';
import styles from './fit-text.module.css';
import { textWidthEm } from './text-width.ts';

/** One line as large as `max` allows and as small as its box demands; never cut off. */
export function FitText(props: {
  readonly children: string;
  /** Largest font size, as CSS. */
  readonly max: string;
  /** Below this the line wraps instead. */
  readonly min?: string;
}) {
  const style = {
    '--fit-max': props.max,
    '--fit-min': props.min ?? '1rem',
    '--fit-width': textWidthEm(props.children) * 1.03,
  } as CSSProperties;
  return (
    <span className={styles.box} style={style}>
      <span className={styles.text}>{props.children}</span>
    </span>
  );
}
