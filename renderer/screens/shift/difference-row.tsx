import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ShiftParcel } from '../../../shared/contract/shift.ts';
import { momentWords } from '../../../shared/messages/moment-words.ts';
import { differenceWords, parcelWords } from '../../../shared/messages/shift-words.ts';
import { GroupedCode } from '../../components/grouped-code.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { orderPath } from '../../state/order-path.ts';
import styles from './shift-report.module.css';

/** A parcel for which bench, courier and platform do not agree: what, what to do, and whose it is. */
export function DifferenceRow(props: {
  readonly parcel: ShiftParcel;
  readonly onNote: ((parcel: ShiftParcel) => void) | undefined;
}) {
  const { t } = useTranslation('shift');
  const language = useLanguage();
  const [, navigate] = useLocation();
  const { parcel, onNote } = props;
  const { difference, waybill, orderId, packedBy, packedAt, handedAt } = parcel;
  if (difference === null) return null;
  return (
    <li className={styles.difference} data-kind={difference} data-order={orderId} data-testid="difference">
      <div className={styles.what}>
        <strong>{parcelWords(parcel, language)}</strong>
        <span>{differenceWords(difference, language).todo}</span>
      </div>
      <div className={styles.parcel}>
        <button type="button" className={styles.order} onClick={() => navigate(orderPath(parcel))}>
          {orderId}
        </button>
        {waybill !== '' && (
          <span>
            {parcel.carrier} <GroupedCode value={waybill} />
          </span>
        )}
        <small>
          {parcel.shop} · {t('report.packedAt', { by: packedBy, at: momentWords(packedAt, language) })}
          {handedAt !== null && ` · ${t('report.handedAt', { at: momentWords(handedAt, language) })}`}
          {parcel.carried && ` · ${t('report.carriedMark')}`}
        </small>
      </div>
      <div className={styles.owner}>
        <strong>{t('report.owner', { name: parcel.owner })}</strong>
        {parcel.note !== '' && <span>{parcel.note}</span>}
      </div>
      {onNote && (
        <Button className={styles.noteButton ?? ''} variant="default" size="md" onClick={() => onNote(parcel)}>
          {t('report.change')}
        </Button>
      )}
    </li>
  );
}
