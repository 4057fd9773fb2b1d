import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useStore } from 'zustand';
import type { EventName } from '../../../shared/contract/event.ts';
import { PrinterIcon } from '../../components/icons/printer-icon.tsx';
import { TrainingIcon } from '../../components/icons/training-icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useAppState, useStatus } from '../../state/app-state.tsx';
import { usePracticeSheet } from '../../state/training-sheet.ts';
import { createTrainingStore, type TrainingStore } from '../../state/training-store.ts';
import { useLiveStore } from '../../state/use-live-store.ts';
import { FaultChoice } from './fault-choice.tsx';
import { SettingCard } from './setting-card.tsx';
import styles from './setting-card.module.css';
import { StopTraining } from './stop-training.tsx';

const NAMES: readonly EventName[] = ['training.changed', 'shops.changed'];

/** Practice: on and off, its sheet, and trouble on request. */
export function TrainingCard() {
  const { t } = useTranslation('settings');
  const { settings } = useAppState();
  const store = useLiveStore(createTrainingStore, NAMES);
  const { training, busy, problem, start } = useStore(store);
  const running = training?.running ?? false;
  return (
    <SettingCard title={t('sections.training')} icon={<TrainingIcon />}>
      <p>
        <strong>{t(running ? 'training.on' : 'training.off')}</strong>{' '}
        <span className={styles.hint}>{t(running ? 'training.onHint' : 'training.offHint')}</span>
      </p>
      {problem && <ProblemNotice problem={problem} />}
      {running ? (
        <Running store={store} />
      ) : (
        <div className={styles.row}>
          <Button loading={busy} onClick={() => void start()}>
            {t('training.start')}
          </Button>
        </div>
      )}
      <div className={styles.row}>
        <Button variant="default" onClick={() => void settings.getState().set('ui.languageChosen', false)}>
          {t('training.welcome')}
        </Button>
      </div>
    </SettingCard>
  );
}

function Running({ store }: { readonly store: TrainingStore }) {
  const { t } = useTranslation('settings');
  const [, navigate] = useLocation();
  const sheet = usePracticeSheet(useLanguage());
  const [shop, setShop] = useState('');
  const shops = useStatus((state) => state.status?.shops)?.filter(({ training }) => training) ?? [];
  const [ending, setEnding] = useState(false);
  const end = async (): Promise<void> => {
    setEnding(false);
    await store.getState().stop();
  };
  return (
    <>
      <FaultChoice store={store} />
      {sheet.problem && <ProblemNotice problem={sheet.problem} />}
      <Select
        label={t('training.sheetShop')}
        allowDeselect={false}
        data={[
          { value: '', label: t('training.allShops') },
          ...shops.map(({ name }) => ({ value: name, label: name })),
        ]}
        value={shop}
        onChange={(name) => setShop(name ?? '')}
      />
      <div className={styles.row}>
        <Button onClick={() => navigate('/')}>{t('training.toPack')}</Button>
        <Button
          variant="default"
          leftSection={<PrinterIcon />}
          loading={sheet.busy}
          onClick={() => void sheet.open(shop === '' ? undefined : shop)}
        >
          {t('training.sheet')}
        </Button>
        <Button variant="default" onClick={() => setEnding(true)}>
          {t('training.stop')}
        </Button>
      </div>
      {ending && <StopTraining onStop={() => void end()} onClose={() => setEnding(false)} />}
    </>
  );
}
