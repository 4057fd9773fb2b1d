import type { ReactNode } from 'react';
import styles from './scanner-screen.module.css';

/** One thing of the scanner. */
export const Card = (props: { readonly title: string; readonly children: ReactNode }) => (
  <section className={styles.card} aria-label={props.title}>
    <h2>{props.title}</h2>
    {props.children}
  </section>
);
