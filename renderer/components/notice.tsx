import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** What stands where a list would be: work going on, nothing there, or nothing to be had. */
export function Notice(props: {
  readonly kind: 'loading' | 'empty' | 'failed';
  readonly icon?: ReactNode;
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.notice} data-kind={props.kind} role={props.kind === 'failed' ? 'alert' : 'status'}>
      {props.kind === 'loading' ? <Loader aria-hidden="true" /> : <span className={styles.icon}>{props.icon}</span>}
      <p className={styles.title}>{props.title}</p>
      {props.text && <p className={styles.text}>{props.text}</p>}
      {props.children && <div className={styles.actions}>{props.children}</div>}
    </div>
  );
}
