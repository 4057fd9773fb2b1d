import type { ReactNode } from 'react';
import styles from './pill.module.css';

export type PillTone = 'calm' | 'offline' | 'wants-you' | 'alarm' | 'training';

/** One status word in the corner; a button where it leads somewhere. Never needed to get work done. */
export function Pill(props: {
  readonly tone?: PillTone;
  readonly icon?: ReactNode;
  /** The words of it, in pieces or one; also told to whoever rests the pointer on it. */
  readonly children: string | readonly (string | null | false)[];
  /** Said instead where the bar is narrow; nothing but the icon when left out. */
  readonly short?: string;
  /** The short word gives way first where many pills stand side by side: the icon says the same. */
  readonly spare?: true;
  readonly onPress?: (() => void) | undefined;
}) {
  const content = (
    <>
      {props.icon}
      <span className={styles.long}>{props.children}</span>
      {props.short !== undefined && (
        <span className={styles.short} data-spare={props.spare} aria-hidden="true">
          {props.short}
        </span>
      )}
    </>
  );
  const title = [props.children].flat().filter(Boolean).join('');
  const shared = { className: styles.pill, 'data-tone': props.tone ?? 'calm', title };
  if (!props.onPress) return <span {...shared}>{content}</span>;
  return (
    <button type="button" onClick={props.onPress} {...shared}>
      {content}
    </button>
  );
}
