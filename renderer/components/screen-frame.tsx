import type { ReactNode } from 'react';
import styles from './screen-frame.module.css';

/** The shape every office page has: title and what can be started on top, a toolbar, the content, a line at the foot. */
export function ScreenFrame(props: {
  readonly title: string;
  readonly subtitle: string;
  readonly actions?: ReactNode;
  /** Where a list is searched: always the last thing on top, so that the eye finds it on every page. */
  readonly search?: ReactNode;
  readonly toolbar?: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.frame} aria-labelledby="screen-title">
      <header className={styles.head}>
        <div className={styles.titles}>
          <h1 id="screen-title">{props.title}</h1>
          <p>{props.subtitle}</p>
        </div>
        {(props.actions || props.search) && (
          <div className={styles.actions}>
            {props.actions}
            {props.search}
          </div>
        )}
      </header>
      {props.toolbar && <div className={styles.toolbar}>{props.toolbar}</div>}
      <div className={styles.content}>{props.children}</div>
      {props.foot && <footer className={styles.foot}>{props.foot}</footer>}
    </section>
  );
}
