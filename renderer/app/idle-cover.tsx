import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAppState, useSettings } from '../state/app-state.tsx';
import { createIdleWatch } from '../state/idle-watch.ts';
import styles from './idle-cover.module.css';

const LOOK_EVERY_MS = 1_000;

/** Dims a desk nobody touches, then has it locked. The first key, click or scan brings it back and is not lost. */
export function IdleCover() {
  const { t } = useTranslation('signIn');
  const { session, packing } = useAppState();
  const dimAfterMs = useSettings((state) => state.settings['operators.dimAfterMs']);
  const lockAfterMs = useSettings((state) => state.settings['operators.lockAfterMs']);
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const { stillHere, lock } = session.getState();
    const watch = createIdleWatch({ nowMs: () => performance.now(), dimAfterMs, lockAfterMs, onStillHere: stillHere });
    const touch = (): void => {
      // Time has run out though no look has noticed yet: whoever comes back says who they are.
      if (watch.look().state === 'lock') return void lock();
      watch.touch();
      setLeft(null);
    };
    const timer = window.setInterval(() => {
      const { state, secondsToLock } = watch.look();
      setLeft(state === 'awake' ? null : secondsToLock);
      if (state === 'lock') void lock();
    }, LOOK_EVERY_MS);
    const stop = new AbortController();
    for (const type of ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const)
      window.addEventListener(type, touch, { capture: true, passive: true, signal: stop.signal });
    const unsubscribe = packing.subscribe((now, before) => {
      if (now.waiting.length > before.waiting.length) touch();
    });
    return () => {
      window.clearInterval(timer);
      stop.abort();
      unsubscribe();
    };
  }, [session, packing, dimAfterMs, lockAfterMs]);
  if (left === null) return null;
  return (
    <div className={styles.cover} role="status" data-testid="dimmed">
      <span>{t('dimmed', { count: left })}</span>
    </div>
  );
}
