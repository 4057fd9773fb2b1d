import { Button, Modal } from '@mantine/core';
import styles from './confirm-dialog.module.css';

/** The second question before something that is not taken back with one click. Enter goes back: it has the focus. */
export function ConfirmDialog(props: {
  readonly title: string;
  readonly body: string;
  readonly confirm: string;
  readonly back: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}) {
  return (
    <Modal opened onClose={props.onClose} size="40rem" padding="lg" title={props.title} withCloseButton={false}>
      <p className={styles.body}>{props.body}</p>
      <div className={styles.buttons}>
        <Button variant="default" data-autofocus onClick={props.onClose}>
          {props.back}
        </Button>
        <Button color="red" onClick={props.onConfirm}>
          {props.confirm}
        </Button>
      </div>
    </Modal>
  );
}
