import { Button, Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import styles from './setting-card.module.css';

/** Asks before the practice shops leave the screens. */
export function StopTraining(props: { readonly onStop: () => void; readonly onClose: () => void }) {
  const { t } = useTranslation('settings');
  return (
    <Modal
      opened
      onClose={props.onClose}
      padding="lg"
      title={t('training.stopTitle')}
      closeButtonProps={{ 'aria-label': t('training.cancel') }}
    >
      <p>{t('training.stopBody')}</p>
      <div className={styles.row}>
        <Button variant="default" onClick={props.onClose} data-autofocus>
          {t('training.cancel')}
        </Button>
        <Button onClick={props.onStop}>{t('training.stopConfirm')}</Button>
      </div>
    </Modal>
  );
}
