import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { PLATFORMS } from '../../../shared/domain/platforms/platform-list.ts';
import type { EventName } from '../../../shared/contract/event.ts';
import { ShopsIcon } from '../../components/icons/shops-icon.tsx';
import { TrainingIcon } from '../../components/icons/training-icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { createTrainingStore } from '../../state/training-store.ts';
import { useLiveStore } from '../../state/use-live-store.ts';
import { SheetLink } from './sheet-link.tsx';
import { StartCard } from './start-card.tsx';
import { StepHead } from './step-head.tsx';
import { useNumberKeys } from './use-number-keys.ts';
import styles from './welcome-screen.module.css';

const NAMES: readonly EventName[] = ['training.changed'];

/** Practice or a real shop. Practice comes first: it needs nothing and shows everything. */
export function StartStep(props: {
  readonly onBack: () => void;
  readonly onLeave: (to: '/' | '/shops') => Promise<void>;
}) {
  const { t } = useTranslation('welcome');
  const store = useLiveStore(createTrainingStore, NAMES);
  const { busy, problem } = useStore(store);
  const names = usePlatformNames();
  const practise = async (): Promise<void> => {
    if (!busy && (await store.getState().start())) await props.onLeave('/');
  };
  const addShop = (): void => void props.onLeave('/shops');
  useNumberKeys([() => void practise(), addShop]);
  return (
    <>
      <StepHead title={t('startTitle')} subtitle={t('startSubtitle')} />
      <div className={styles.starts}>
        <StartCard
          digit={1}
          icon={<TrainingIcon />}
          tone="training"
          title={t('training.title')}
          badge={t('training.badge')}
          body={t('training.body')}
          points={[t('training.points.first'), t('training.points.second'), t('training.points.third')]}
        >
          <Button size="lg" fullWidth loading={busy} onClick={() => void practise()}>
            {t('training.start')}
          </Button>
          {busy && <p role="status">{t('training.starting')}</p>}
          <SheetLink prepare={store.getState().start} />
          {problem && <ProblemNotice problem={problem} />}
        </StartCard>
        <StartCard
          digit={2}
          icon={<ShopsIcon />}
          tone="shop"
          title={t('shop.title')}
          body={t('shop.body')}
          points={[t('shop.points.first'), t('shop.points.second'), t('shop.points.third', { platforms: names })]}
        >
          <Button size="lg" fullWidth variant="default" onClick={addShop}>
            {t('shop.start')}
          </Button>
        </StartCard>
      </div>
      <footer className={styles.foot}>
        <Button variant="subtle" onClick={props.onBack}>
          {t('back')}
        </Button>
        <span>{t('keys')}</span>
      </footer>
    </>
  );
}

function usePlatformNames(): string {
  const language = useLanguage();
  const names = Object.values(PLATFORMS)
    .filter(({ available }) => available)
    .map(({ names: { zh, en } }) => (language === 'zh-CN' ? zh : en));
  return names.join(language === 'zh-CN' ? '、' : ', ');
}
