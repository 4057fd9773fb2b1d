import { type ReactNode, useEffect, useRef } from 'react';
import { byPointer } from './by-pointer.ts';
import { FitText } from './fit-text.tsx';
import styles from './full-alarm.module.css';
import { CrossIcon } from './icons/cross-icon.tsx';
import { HandIcon } from './icons/hand-icon.tsx';

/**
 * What stops everything, in its colour over the whole page. It holds the focus, so that no key reaches what lies below;
 * nothing in it answers to Enter, Space or Escape, because a scanner ends every code with Enter.
 */
export function FullAlarm(props: {
  readonly tone: 'refused' | 'stop';
  readonly title: string;
  readonly testId: string;
  /** What kind of alarm it is, for tests: `data-code` and the like. */
  readonly kind: Readonly<Record<`data-${string}`, string>>;
  /** What is known, and what to do in an element with the id `alarm-do`. */
  readonly children: ReactNode;
  /** Beside it, at the right. */
  readonly aside?: ReactNode;
  /** The ways on from here. */
  readonly foot: ReactNode;
}) {
  const dialog = useRef<HTMLDivElement>(null);
  useEffect(() => dialog.current?.focus(), []);
  return (
    <div
      ref={dialog}
      className={styles.overlay}
      data-tone={props.tone}
      {...props.kind}
      data-testid={props.testId}
      role="alertdialog"
      aria-modal="true"
      aria-label={props.title}
      aria-describedby="alarm-do"
      tabIndex={-1}
    >
      <div className={styles.body}>
        <h1 className={styles.title}>
          <span className={styles.icon}>{props.tone === 'stop' ? <HandIcon /> : <CrossIcon />}</span>
          <FitText max="min(9rem, 15vh)" min="min(4rem, 8vh)">
            {props.title}
          </FitText>
        </h1>
        {props.children}
      </div>
      {props.aside}
      <div className={styles.foot}>{props.foot}</div>
    </div>
  );
}

/** One way on, for a hand; its key works without it. */
export function AlarmButton(props: { readonly onPress: () => void; readonly children: ReactNode }) {
  return (
    <button type="button" tabIndex={-1} className={styles.button} onClick={byPointer(props.onPress)}>
      {props.children}
    </button>
  );
}
