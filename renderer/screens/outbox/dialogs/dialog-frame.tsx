import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../../shared/contract/problem.ts';
import { Dialog, DialogButtons, DialogText } from '../../../components/dialog.tsx';
import { ProblemNotice } from '../../../problems/problem-notice.tsx';
import styles from './dialog-frame.module.css';

/** A question with its way out and its one confirming button. Enter never presses that button by itself. */
export function DialogFrame(props: {
  readonly title: string;
  readonly body: string;
  readonly step?: string;
  readonly confirm: string;
  readonly ready: boolean;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly problem: Problem | null;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  readonly onBack?: () => void;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('outbox');
  return (
    <Dialog title={props.title} close={t('story.close')} onClose={props.onClose}>
      {props.step && <p className={styles.step}>{props.step}</p>}
      <DialogText>{props.body}</DialogText>
      {props.children}
      {props.problem && <ProblemNotice problem={props.problem} />}
      <DialogButtons>
        <Button type="button" variant="default" onClick={props.onBack ?? props.onClose}>
          {t('dialog.back')}
        </Button>
        <Button
          type="button"
          color={props.danger ? 'red' : 'desk'}
          disabled={!props.ready}
          loading={props.busy}
          onClick={props.onConfirm}
        >
          {props.confirm}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
