import { useTranslation } from 'react-i18next';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { useStatus } from '../../state/app-state.tsx';
import styles from './conservation-foot.module.css';

/** The one figure anybody can check: everything ever saved is accounted for in some state. */
export function ConservationFoot(props: { readonly shown: number; readonly more: boolean }) {
  const { t } = useTranslation('outbox');
  const figure = useStatus((state) => state.status?.conservation);
  return (
    <>
      <span>{t(props.more ? 'foot.shownMore' : 'foot.shown', { count: props.shown })}</span>
      {!figure && <span>{t('foot.unknown')}</span>}
      {figure && (
        <span className={styles.figure} data-balanced={figure.balanced} role={figure.balanced ? 'status' : 'alert'}>
          {figure.balanced ? <CheckIcon /> : <WarningIcon />}
          {t('foot.equation', { acknowledged: figure.acknowledged, accounted: figure.accounted })}
          <strong>{t(figure.balanced ? 'foot.balanced' : 'foot.unbalanced')}</strong>
        </span>
      )}
    </>
  );
}
