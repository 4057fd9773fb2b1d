import { Button, Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Problem } from '../../../shared/contract/problem.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
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
    <Modal
      opened
      onClose={props.onClose}
      size="44rem"
      padding="lg"
      title={props.title}
      closeButtonProps={{ 'aria-label': t('story.close') }}
      classNames={{ title: styles.title }}
    >
      <div className={styles.dialog}>
        {props.step && <p className={styles.step}>{props.step}</p>}
        <p className={styles.body}>{props.body}</p>
        {props.children}
        {props.problem && <ProblemNotice problem={props.problem} />}
        <div className={styles.buttons}>
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
        </div>
      </div>
    </Modal>
  );
}
