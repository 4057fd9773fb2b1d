import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Dialog, DialogButtons, DialogText } from '../../components/dialog.tsx';

/** Asks before the practice shops leave the screens. */
export function StopTraining(props: { readonly onStop: () => void; readonly onClose: () => void }) {
  const { t } = useTranslation('settings');
  return (
    <Dialog title={t('training.stopTitle')} close={t('training.cancel')} onClose={props.onClose}>
      <DialogText>{t('training.stopBody')}</DialogText>
      <DialogButtons>
        <Button variant="default" onClick={props.onClose} data-autofocus>
          {t('training.cancel')}
        </Button>
        <Button onClick={props.onStop}>{t('training.stopConfirm')}</Button>
      </DialogButtons>
    </Dialog>
  );
}
