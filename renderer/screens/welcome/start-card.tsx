import type { ReactNode } from 'react';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import styles from './start-card.module.css';

/** One way to start: what it is, what speaks for it, and the button that takes it. */
export function StartCard(props: {
  readonly digit: number;
  readonly icon: ReactNode;
  readonly tone: 'training' | 'shop';
  readonly title: string;
  readonly badge?: string;
  readonly body: string;
  readonly points: readonly string[];
  readonly children: ReactNode;
}) {
  return (
    <section className={styles.card} data-tone={props.tone} aria-label={props.title}>
      <header className={styles.head}>
        <span className={styles.icon}>{props.icon}</span>
        <h2>{props.title}</h2>
        {props.badge && <span className={styles.badge}>{props.badge}</span>}
        <kbd>{props.digit}</kbd>
      </header>
      <p>{props.body}</p>
      <ul>
        {props.points.map((point) => (
          <li key={point}>
            <CheckIcon />
            {point}
          </li>
        ))}
      </ul>
      <div className={styles.actions}>{props.children}</div>
    </section>
  );
}
