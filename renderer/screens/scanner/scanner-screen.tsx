import { useTranslation } from 'react-i18next';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { CalibrateCard } from './calibrate-card.tsx';
import { DeviceCard } from './device-card.tsx';
import { LiveCard } from './live-card.tsx';
import { LogCard } from './log-card.tsx';
import { ScaleCard } from './scale-card.tsx';
import styles from './scanner-screen.module.css';
import { useScanWatch } from './use-scan-watch.ts';

/** Set-up and diagnostics of the scanner. Scans made here go nowhere else. */
export function ScannerScreen() {
  const { t } = useTranslation('scanner');
  const watch = useScanWatch();
  return (
    <ScreenFrame title={t('title')} subtitle={t('subtitle')}>
      <div className={styles.scroll}>
        <div className={styles.columns}>
          <div className={styles.column}>
            <DeviceCard />
            <ScaleCard />
            <CalibrateCard watch={watch} />
          </div>
          <div className={styles.column}>
            <LiveCard watch={watch} />
            <LogCard />
          </div>
        </div>
      </div>
    </ScreenFrame>
  );
}
