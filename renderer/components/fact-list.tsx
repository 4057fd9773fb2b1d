import type { ReactNode } from 'react';
import styles from './fact-list.module.css';

export type Fact = { readonly label: string; readonly value: ReactNode };

/** Names and values, as a person reads them off a form. Facts without a value are left out. */
export const FactList = ({
  facts,
  columns = 2,
}: {
  readonly facts: readonly (Fact | null)[];
  readonly columns?: 1 | 2 | 3;
}) => (
  <dl className={styles.facts} data-columns={columns}>
    {facts
      .filter((fact) => fact !== null)
      .map((fact) => (
        <div key={fact.label} className={styles.fact}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
  </dl>
);
