import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { EventName } from '../../../shared/contract/event.ts';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { createShelfStore } from '../../state/shelf-store.ts';
import { useLiveStore } from '../../state/use-live-store.ts';
import { HeldRow } from './held-row.tsx';
import styles from './shelf-screen.module.css';
import { StoppedRow } from './stopped-row.tsx';

const CHANGES: readonly EventName[] = ['packing.changed', 'outbox.changed', 'orders.changed'];

/** What lies on the problem shelf, and what has to be brought there. */
export function ShelfScreen() {
  const { t } = useTranslation('shelf');
  const store = useLiveStore(createShelfStore, CHANGES);
  const { shelf, problem, lift, found } = useStore(store);
  return (
    <ScreenFrame title={t('title')} subtitle={t('subtitle')}>
      <div className={styles.lists}>
        {problem && <ProblemNotice problem={problem} />}
        {shelf === null && !problem && <p>{t('load')}</p>}
        {shelf && (
          <>
            <section aria-labelledby="stopped-title">
              <h2 id="stopped-title">{t('stopped.title', { count: shelf.stopped.length })}</h2>
              {shelf.stopped.length === 0 && <p className={styles.none}>{t('stopped.none')}</p>}
              <ul>
                {shelf.stopped.map((box) => (
                  <StoppedRow key={box.opId} box={box} onFound={() => void found(box.opId)} />
                ))}
              </ul>
            </section>
            <section aria-labelledby="held-title">
              <h2 id="held-title">{t('held.title', { count: shelf.held.length })}</h2>
              {shelf.held.length === 0 && <p className={styles.none}>{t('held.none')}</p>}
              <ul>
                {shelf.held.map((order) => (
                  <HeldRow key={`${order.shopId}/${order.orderId}`} order={order} onLift={() => void lift(order)} />
                ))}
              </ul>
            </section>
          </>
        )}
      </div>
    </ScreenFrame>
  );
}
