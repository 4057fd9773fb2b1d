import type { ReplyClass } from '../../../shared/domain/platforms/reply-class.ts';
import styles from './class-badge.module.css';

/** A class of answers as colour, shape and word. */
export const ClassBadge = ({ kind, name }: { readonly kind: ReplyClass['kind']; readonly name: string }) => (
  <span className={styles.badge} data-kind={kind}>
    {name}
  </span>
);
