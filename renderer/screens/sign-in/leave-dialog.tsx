import { Modal, Textarea } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { LeaveQuestion } from '../../api/leave-desk.ts';
import { RoleSchema } from '../../../shared/contract/operators.ts';
import type { signInZh } from '../../i18n/zh-CN/sign-in.ts';
import { KeyCap } from '../../components/key-cap.tsx';
import { useScannerStore } from '../../scanning/scanner-context.tsx';
import { useScanTaker } from '../../scanning/use-scan-taker.ts';
import { useAppState, useSession } from '../../state/app-state.tsx';
import { badgeNumber } from '../../../shared/domain/badge.ts';
import { mayBePin } from '../../../shared/domain/pin.ts';
import { type Entry, NOTHING_TYPED } from './entry.ts';
import styles from './leave-dialog.module.css';
import { PeopleList, PinDots } from './person-and-pin.tsx';
import { PinProblem } from './pin-problem.tsx';
import { useEntry } from './use-entry.ts';
import { useWait } from './use-wait.ts';

type Reason = keyof typeof signInZh.leave.reasons;

/** The reasons offered, in the order of their digits. */
const REASONS: readonly Reason[] = ['buyer', 'platform', 'courier', 'stock', 'mistake', 'other'];

/** Asks for leave whenever a call was refused for want of a role. */
export function LeaveDialog() {
  const { leave } = useAppState().link;
  const asked = useStore(leave.store, (state) => state.asked);
  return asked && <Question key={`${asked.name} ${String(asked.problem === null)}`} question={asked} />;
}

function Question({ question }: { readonly question: LeaveQuestion }) {
  const { t } = useTranslation('signIn');
  const { leave } = useAppState().link;
  const session = useSession((state) => state.session);
  const [note, setNote] = useState('');
  const wait = useWait(question.problem);
  const people = (session?.people ?? []).filter(({ mayApprove }) => mayApprove);
  const { entry, put, submit } = useEntry({
    choices: { people: people.map(({ id }) => id), reasons: REASONS.length },
    onLeave: () => leave.answer(null),
    onSubmit: ({ picked, reason, pin }) => {
      const chosen = REASONS[reason ?? -1];
      if (picked === null || chosen === undefined || wait > 0) return;
      leave.answer({ operatorId: picked, pin, reason: t(`leave.reasons.${chosen}`), note: note.trim() });
    },
  });
  useBenchAside();
  const { badge, tooFast } = useShownBadge(people.length, put);
  const role = RoleSchema.safeParse(question.role);
  const step = entry.picked === null ? 'who' : entry.reason === null ? 'why' : 'pin';
  return (
    <Modal
      opened
      onClose={() => leave.answer(null)}
      size="64rem"
      padding="lg"
      zIndex={420}
      title={t('leave.title', { role: t(`roles.${role.success ? role.data : 'supervisor'}`) })}
      closeOnEscape={false}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('leave.cancel') }}
      classNames={{ title: styles.title }}
    >
      <div className={styles.body} data-testid="leave" data-step={step}>
        <p className={styles.what}>{t(`leave.steps.${step}`)}</p>
        {badge === entry.picked && badge !== null ? (
          <p className={styles.badge}>{t('leave.badge', { tail: badge.slice(-4) })}</p>
        ) : (
          <PeopleList people={people} entry={entry} put={put} />
        )}
        <Reasons chosen={entry.reason} onChoose={(reason) => entry.picked !== null && put({ ...entry, reason })} />
        <PinDots pin={entry.pin} active={step === 'pin'} />
        <Textarea
          label={t('leave.note')}
          maxLength={300}
          autosize
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {tooFast && <PinProblem problem={{ code: 'scan-like-pin' }} waitSeconds={0} />}
        {question.problem && <PinProblem problem={question.problem} waitSeconds={wait} />}
        <Buttons ready={step === 'pin' && entry.pin !== '' && wait === 0} onGive={submit} />
      </div>
    </Modal>
  );
}

/** The badge of whoever gives leave, once it was scanned; and whether a PIN was perhaps typed as fast as a scanner. */
function useShownBadge(people: number, put: (entry: Entry) => void) {
  const [shown, setShown] = useState<{ readonly badge: string | null; readonly tooFast: boolean }>(NO_BADGE);
  useScanTaker((code) => {
    const badge = badgeNumber(code) === null ? null : code;
    setShown({ badge, tooFast: badge === null && mayBePin(code, people) });
    put({ ...NOTHING_TYPED, picked: badge });
  });
  return shown;
}

const NO_BADGE = { badge: null, tooFast: false } as const;

function Buttons({ ready, onGive }: { readonly ready: boolean; readonly onGive: () => void }) {
  const { t } = useTranslation('signIn');
  const { leave } = useAppState().link;
  return (
    <div className={styles.buttons}>
      <button type="button" onClick={() => leave.answer(null)}>
        <KeyCap>Esc</KeyCap> {t('leave.cancel')}
      </button>
      <button type="button" disabled={!ready} onClick={onGive}>
        {t('leave.give')}
      </button>
    </div>
  );
}

function Reasons(props: { readonly chosen: number | null; readonly onChoose: (reason: number) => void }) {
  const { t } = useTranslation('signIn');
  return (
    <div className={styles.reasons} role="group" aria-label={t('leave.why')}>
      {REASONS.map((reason, index) => (
        <button
          key={reason}
          type="button"
          className={styles.reason}
          aria-pressed={props.chosen === index}
          onClick={() => props.onChoose(index)}
        >
          <KeyCap>{index + 1}</KeyCap>
          {t(`leave.reasons.${reason}`)}
        </button>
      ))}
    </div>
  );
}

/** Keys belong to the dialog for as long as it is open, also on the bench. */
function useBenchAside(): void {
  const scanner = useScannerStore();
  useEffect(() => {
    scanner.setState({ aside: true });
    return () => scanner.setState({ aside: false });
  }, [scanner]);
}
