import { Button, Modal } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './form-dialog.module.css';

/** A form in front of the page, with its way out and its save button. A click beside it does not throw away what was typed. */
export function FormDialog(props: {
  readonly title: string;
  readonly save: string;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('shops');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!props.busy) props.onSave();
  };
  return (
    <Modal
      opened
      onClose={props.onClose}
      size="46rem"
      padding="lg"
      title={props.title}
      closeButtonProps={{ 'aria-label': t('form.cancel') }}
      classNames={{ title: styles.title }}
      closeOnClickOutside={false}
    >
      <form className={styles.form} noValidate autoComplete="off" onSubmit={submit}>
        {props.children}
        <div className={styles.buttons}>
          <Button type="button" variant="default" onClick={props.onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" loading={props.busy}>
            {props.save}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
