import type { ComponentType, CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackingView } from '../../../shared/contract/packing.ts';
import { useConnection, usePacking } from '../../state/app-state.tsx';
import { FitText } from '../../components/fit-text.tsx';
import { BarcodeIcon } from '../../components/icons/barcode-icon.tsx';
import { CameraIcon } from '../../components/icons/camera-icon.tsx';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { OrdersIcon } from '../../components/icons/orders-icon.tsx';
import { ScaleIcon } from '../../components/icons/scale-icon.tsx';
import { TagIcon } from '../../components/icons/tag-icon.tsx';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { WaybillIcon } from '../../components/icons/waybill-icon.tsx';
import { type BandIcon, bandFor } from './band.ts';
import type { Flash } from './flash.ts';
import styles from './state-band.module.css';
import { useBandWords } from './use-band-words.ts';

const ICONS: { readonly [Name in BandIcon]: ComponentType } = {
  order: OrdersIcon,
  items: BarcodeIcon,
  serial: TagIcon,
  weigh: ScaleIcon,
  photo: CameraIcon,
  photoAgain: CameraIcon,
  waybill: WaybillIcon,
  carrier: WarningIcon,
  none: WarningIcon,
  done: CheckIcon,
};

/** The sentence a packer reads from a metre away: what to do now, and how much is left. */
export function StateBand({ view, flash }: { readonly view: PackingView; readonly flash: Flash | null }) {
  const { t } = useTranslation('pack');
  const band = bandFor(view, flash);
  const words = useBandWords(band, view);
  const Icon = ICONS[band.icon];
  const reachable = useReachable();
  if (!reachable) return <UnreachableBand />;
  return (
    <header className={styles.band} data-tone={band.tone} data-testid="band" role="status" aria-live="polite">
      <div className={styles.icon}>
        <Icon />
      </div>
      <div className={styles.words}>
        <h1 className={styles.headline}>
          <FitText max="min(6.75rem, 13vh)" min="2rem">
            {words.headline}
          </FitText>
        </h1>
        <p className={styles.detail}>{words.detail}</p>
      </div>
      {band.left !== null && band.left > 0 && (
        <div className={styles.left} data-testid="left">
          <small>{t('band.left')}</small>
          <strong>{band.left}</strong>
          <small>{t('band.pieces')}</small>
        </div>
      )}
      {band.progress !== null && (
        <div className={styles.progress} style={{ '--progress': band.progress } as CSSProperties} aria-hidden="true" />
      )}
    </header>
  );
}

/** Whether scans are answered at all. */
function useReachable(): boolean {
  const connected = useConnection((state) => state.reachable);
  const unanswered = usePacking((state) => state.problem?.code === 'unreachable');
  return connected && !unanswered;
}

/** Nothing is saved while the backend is silent: the large sentence must not go on asking for scans. */
function UnreachableBand() {
  const { t } = useTranslation('pack');
  return (
    <header className={styles.band} data-tone="input" data-testid="band" role="status" aria-live="polite">
      <div className={styles.icon}>
        <WarningIcon />
      </div>
      <div className={styles.words}>
        <h1 className={styles.headline}>
          <FitText max="min(6.75rem, 13vh)" min="2rem">
            {t('band.unreachable')}
          </FitText>
        </h1>
        <p className={styles.detail}>{t('band.unreachableDetail')}</p>
      </div>
    </header>
  );
}
