import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import styles from './dialog.module.css';

/** A window in front of the page: its title, its way out, and what stands in it. */
export function Dialog(props: {
  readonly title: string;
  /** What the cross in the corner is called. */
  readonly close: string;
  readonly size?: string;
  /** A click beside it does not throw away what was typed. */
  readonly keep?: boolean;
  /** What runs now must end first: neither Esc nor a cross closes it. */
  readonly locked?: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { locked = false } = props;
  return (
    <Modal
      opened
      onClose={props.onClose}
      size={props.size ?? '44rem'}
      padding="lg"
      title={props.title}
      closeButtonProps={{ 'aria-label': props.close }}
      closeOnClickOutside={props.keep !== true && !locked}
      closeOnEscape={!locked}
      withCloseButton={!locked}
    >
      <div className={styles.body}>{props.children}</div>
    </Modal>
  );
}

/** What a dialog says before it asks. */
export function DialogText(props: { readonly role?: 'alert'; readonly children: ReactNode }) {
  return (
    <p className={styles.text} role={props.role}>
      {props.children}
    </p>
  );
}

/** The way back first, the deed last, at the end of a dialog. */
export function DialogButtons({ children }: { readonly children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>;
}
