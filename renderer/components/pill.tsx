import type { ReactNode } from 'react';
import styles from './pill.module.css';

export type PillTone = 'calm' | 'offline' | 'wants-you' | 'alarm' | 'training';

/** One status word in the corner; a button where it leads somewhere. Never needed to get work done. */
export function Pill(props: {
  readonly tone?: PillTone;
  readonly icon?: ReactNode;
  readonly children: ReactNode;
  /** Said instead where the bar is narrow; nothing but the icon when left out. */
  readonly short?: string;
  readonly onPress?: (() => void) | undefined;
}) {
  const content = (
    <>
      {props.icon}
      <span className={styles.long}>{props.children}</span>
      {props.short !== undefined && <span className={styles.short}>{props.short}</span>}
    </>
  );
  const shared = { className: styles.pill, 'data-tone': props.tone ?? 'calm' };
  if (!props.onPress) return <span {...shared}>{content}</span>;
  return (
    <button type="button" onClick={props.onPress} {...shared}>
      {content}
    </button>
  );
}
