import type { OpState } from '../../shared/domain/op.ts';
import styles from './op-state-badge.module.css';
import { STATE_ICON } from './op-state-icon.tsx';

/** A state of a package as colour, shape and word. */
export const OpStateBadge = ({ state, word }: { readonly state: OpState; readonly word: string }) => (
  <span className={styles.badge} data-state={state}>
    {STATE_ICON[state]}
    {word}
  </span>
);
