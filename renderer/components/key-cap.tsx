import type { ReactNode } from 'react';
import styles from './key-cap.module.css';

/** The name of a key as it stands on the keyboard. */
export const KeyCap = ({ children }: { readonly children: ReactNode }) => <kbd className={styles.cap}>{children}</kbd>;
