import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.tsx';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { useSettings } from '../../state/app-state.tsx';
import { AboutCard } from './about-card.tsx';
import { BackupCard } from './backup-card.tsx';
import { CameraCard } from './camera-card.tsx';
import { DataCard } from './data-card.tsx';
import { DiagnosticsCard } from './diagnostics-card.tsx';
import { LookCard } from './look-card.tsx';
import { OperatorCard } from './operator-card.tsx';
import { PeopleCard } from './people-card.tsx';
import { PullCard } from './pull-card.tsx';
import { BenchCard } from './bench-card.tsx';
import { RetentionCard } from './retention-card.tsx';
import { SendingCard } from './sending-card.tsx';
import styles from './settings-screen.module.css';
import { SoundCard } from './sound-card.tsx';
import { TrainingCard } from './training-card.tsx';
import { VerifyCard } from './verify-card.tsx';

/** How this desk looks, sounds, sends and practises; and whether its data is sound. */
export function SettingsScreen() {
  const { t } = useTranslation('settings');
  const loaded = useSettings((state) => state.loaded);
  const problem = useSettings((state) => state.problem);
  return (
    <ScreenFrame title={t('title')} subtitle={t('subtitle')}>
      {problem && <ProblemNotice problem={problem} />}
      {loaded ? (
        <div className={styles.scroll}>
          <div className={styles.columns}>
            <LookCard />
            <SoundCard />
            <BenchCard />
            <CameraCard />
            <PeopleCard />
            <OperatorCard />
            <TrainingCard />
            <SendingCard />
            <PullCard />
            <DataCard />
            <VerifyCard />
            <RetentionCard />
            <BackupCard />
            <DiagnosticsCard />
            <AboutCard />
          </div>
        </div>
      ) : (
        <Notice kind="loading" title={t('loading')} />
      )}
    </ScreenFrame>
  );
}
