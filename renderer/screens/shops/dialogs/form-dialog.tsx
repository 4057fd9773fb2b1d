import { Button } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogButtons } from '../../../components/dialog.tsx';
import { ProblemNotice } from '../../../problems/problem-notice.tsx';
import type { Task } from '../../../state/use-task.ts';
import styles from './form-dialog.module.css';

/** A form in front of the page, with its way out, its save button and what the last save was refused with. */
export function FormDialog(props: {
  readonly title: string;
  readonly save: string;
  readonly task: Task;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('shops');
  const { busy, problem } = props.task;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (!busy) props.onSave();
  };
  return (
    <Dialog title={props.title} close={t('form.cancel')} size="46rem" keep onClose={props.onClose}>
      <form className={styles.form} noValidate autoComplete="off" onSubmit={submit}>
        {props.children}
        {problem && <ProblemNotice problem={problem} />}
        <DialogButtons>
          <Button type="button" variant="default" onClick={props.onClose}>
            {t('form.cancel')}
          </Button>
          <Button type="submit" loading={busy}>
            {props.save}
          </Button>
        </DialogButtons>
      </form>
    </Dialog>
  );
}
