import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import { FitText } from '../../components/fit-text.tsx';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { TruckIcon } from '../../components/icons/truck-icon.tsx';
import { UndoIcon } from '../../components/icons/undo-icon.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useScanner } from '../../scanning/scanner-context.tsx';
import { useAppState } from '../../state/app-state.tsx';
import { createHandOverStore, type HandOverState } from '../../state/hand-over-store.ts';
import { createScanShelf, HAND_OVER_KEY } from '../../state/scan-shelf.ts';
import { HandOverAlarm } from './hand-over-alarm.tsx';
import { HandOverBoardView } from './hand-over-board.tsx';
import styles from './hand-over.module.css';
import { SHIFT_PATH } from './shift-paths.ts';
import { useHandOverFlash } from './use-hand-over-flash.ts';
import { useHandOverKeys } from './use-hand-over-keys.ts';
import { useHandOverSound } from './use-hand-over-sound.ts';

/** The courier's pile: each parcel is scanned as it is taken. What must not leave stops the pile. */
export function HandOverScreen() {
  const { t } = useTranslation('shift');
  const { link } = useAppState();
  const [, navigate] = useLocation();
  const [store] = useState(() =>
    createHandOverStore(link, { shelf: createScanShelf(window.sessionStorage, HAND_OVER_KEY) }),
  );
  const state = useStore(store);
  const back = (): void => navigate(SHIFT_PATH);
  useHandOverKeys(store, back);
  useHandOverSound(store);
  return (
    <div className={styles.screen}>
      <h1 className={styles.unseen}>{t('handOver.title')}</h1>
      <HandOverBand state={state} />
      {state.problem && <ProblemNotice problem={state.problem} />}
      <HandOverBoardView board={state.board} onUndo={(waybill) => void state.undo(waybill)} />
      <div className={styles.keyBar}>
        <button type="button" aria-keyshortcuts="F10" onClick={() => void state.undo()}>
          <KeyCap>F10</KeyCap> {t('handOver.undo')}
        </button>
        <button type="button" aria-keyshortcuts="Escape" onClick={back}>
          <KeyCap>Esc</KeyCap> {t('handOver.back')}
        </button>
      </div>
      {state.stopped && (
        <HandOverAlarm answer={state.stopped} missed={state.missed} onAcknowledge={state.acknowledge} />
      )}
    </div>
  );
}

const ICONS = { ready: TruckIcon, handed: CheckIcon, repeated: TruckIcon, undone: UndoIcon } as const;

/** What the last scan came to, and how many the courier has; readable from the pile. */
function HandOverBand({ state }: { readonly state: HandOverState }) {
  const { t } = useTranslation('shift');
  const flash = useHandOverFlash(state.news);
  const typed = useScanner((scanner) => scanner.pending);
  const { news, board, waiting } = state;
  const kind = flash ?? 'ready';
  const Icon = ICONS[kind];
  const tail = news?.waybill.slice(-4) ?? '';
  const about = { carrier: news?.carrier ?? '', order: news?.orderId ?? '' };
  const detail = kind === 'handed' ? t('handOver.handedDetail', about) : t('handOver.readyDetail');
  return (
    <header
      className={styles.band}
      data-tone={kind === 'handed' ? 'ok' : 'ready'}
      role="status"
      data-testid="hand-over"
    >
      <span className={styles.icon}>
        <Icon />
      </span>
      <div className={styles.words}>
        <p className={styles.headline}>
          <FitText max="min(6rem, 12vh)" min="2rem">
            {t(`handOver.${kind}`, { tail })}
          </FitText>
        </p>
        <p className={styles.detail}>
          {typed !== ''
            ? t('handOver.typed', { text: typed })
            : waiting > 1
              ? t(state.problem ? 'handOver.stuck' : 'handOver.line', { count: waiting })
              : detail}
        </p>
      </div>
      <dl className={styles.total}>
        <div>
          <dt>{t('handOver.count')}</dt>
          <dd data-testid="handed-count">{board?.handed ?? 0}</dd>
        </div>
        <div>
          <dt>{t('handOver.waiting')}</dt>
          <dd data-testid="waiting-count">{board?.waiting ?? 0}</dd>
        </div>
      </dl>
    </header>
  );
}
