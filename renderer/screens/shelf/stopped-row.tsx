import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StoppedBoxView } from '../../../shared/contract/packing.ts';
import { momentWords } from '../../../shared/messages/moment-words.ts';
import { stopWords } from '../../../shared/messages/shelf-sentences.ts';
import { HandIcon } from '../../components/icons/hand-icon.tsx';
import { useAgeText } from '../../components/use-age-text.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './shelf-screen.module.css';

/** A saved box to be found: where it goes, why, and what it looks like. Its tick takes it off the list. */
export function StoppedRow({ box, onFound }: { readonly box: StoppedBoxView; readonly onFound: () => void }) {
  const { t } = useTranslation('shelf');
  const language = useLanguage();
  const ago = useAgeText();
  return (
    <li className={styles.row} data-tone="stop" data-order={box.orderId} data-testid="stopped-box">
      <span className={styles.place}>
        {t('place', { no: box.shelf })}
        <HandIcon />
      </span>
      <div className={styles.what}>
        <strong>{stopWords(box, language)}</strong>
        <span>
          {box.orderId} · {t('stopped.box', { no: box.packageNo })}
          {box.waybill !== '' && ` · ${t('stopped.tail', { carrier: box.carrierName, tail: box.waybill.slice(-4) })}`}
        </span>
        {box.handedAt !== undefined && (
          <strong>{t('stopped.handed', { at: momentWords(box.handedAt, language) })}</strong>
        )}
        <small>
          {box.shop} · {t('stopped.saved', { at: momentWords(box.savedAt, language), by: box.savedBy })} ·{' '}
          {t('stopped.raised', { age: ago(box.raisedAt) })} ·{' '}
          {box.acknowledgedBy === '' ? t('stopped.unheard') : t('stopped.heard', { by: box.acknowledgedBy })}
        </small>
      </div>
      <Button size="md" onClick={onFound}>
        {t('stopped.found')}
      </Button>
    </li>
  );
}
