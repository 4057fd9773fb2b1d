import type { ReactNode } from 'react';
import styles from './setting-card.module.css';

/** Settings that belong together. */
export const SettingCard = (props: {
  readonly title: string;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}) => (
  <section className={styles.card} aria-label={props.title}>
    <h2>
      {props.icon}
      {props.title}
    </h2>
    {props.children}
  </section>
);
