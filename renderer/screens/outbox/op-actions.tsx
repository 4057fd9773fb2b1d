import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OpStory } from '../../../shared/contract/outbox.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { OpAction } from '../../../shared/domain/op.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useClient } from '../../state/app-state.tsx';
import { decide, type OutboxDecision } from '../../state/outbox-act.ts';
import { ActionDialog } from './dialogs/action-dialog.tsx';
import styles from './op-actions.module.css';

const DANGEROUS: readonly OpAction[] = ['cancel', 'confirm-not-shipped', 'refuse-refund'];

type OpActionsProps = {
  readonly story: OpStory;
  /** The question to begin with, when another page sent the person here for it. */
  readonly ask?: OpAction | null;
  readonly onOpen: (id: string) => void;
  readonly onDialog: (open: boolean) => void;
};

/** Exactly what the backend allows for this package now, each with its dialog. */
export function OpActions(props: OpActionsProps) {
  const { t } = useTranslation('outbox');
  const client = useClient();
  const { story, onOpen, onDialog } = props;
  const [asking, setAsking] = useAsking(props);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const ask = (action: OpAction | null): void => {
    setAsking(action);
    setProblem(null);
    onDialog(action !== null);
  };
  const carryOut = async (decision: OutboxDecision): Promise<void> => {
    setBusy(true);
    const answer = await decide(client, story.row, decision);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error);
    ask(null);
    notifications.show({ message: t(`done.${decision.action}`), color: 'dark' });
    onOpen(answer.value.id);
  };
  const start = (action: OpAction): void => {
    // These two do nothing that could be regretted; everything else asks first.
    if (action === 'look-again' || action === 'retry-now') void carryOut({ action });
    else ask(action);
  };
  const main = story.row.actions.find((action) => !DANGEROUS.includes(action));
  if (story.row.actions.length === 0) return <p className={styles.none}>{t('story.noActions')}</p>;
  return (
    <div className={styles.actions} role="group" aria-label={t('story.actions')}>
      {story.row.actions.map((action) => (
        <Button
          key={action}
          variant={action === main ? 'filled' : 'default'}
          data-danger={DANGEROUS.includes(action) || undefined}
          className={styles.action ?? ''}
          loading={busy && asking === null}
          onClick={() => start(action)}
        >
          {t(`actions.${action}`)}
        </Button>
      ))}
      {problem && asking === null && <ProblemNotice problem={problem} />}
      {asking && (
        <ActionDialog
          action={asking}
          story={story}
          busy={busy}
          problem={problem}
          onDecide={(decision) => void carryOut(decision)}
          onClose={() => ask(null)}
        />
      )}
    </div>
  );
}

/** The open question; it begins with the one another page sent the person here for, where that is possible now. */
function useAsking({ story, ask, onDialog }: OpActionsProps) {
  const state = useState(() => (ask && story.row.actions.includes(ask) ? ask : null));
  const began = useRef(state[0] !== null);
  useEffect(() => {
    if (began.current) onDialog(true);
    began.current = false;
  }, [onDialog]);
  return state;
}
