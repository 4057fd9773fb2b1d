import { useTranslation } from 'react-i18next';
import type { OpStory } from '../../../../shared/contract/outbox.ts';
import styles from './story-timeline.module.css';

/** One look at the platform, with the parcels it showed. */
export function ReadBackEntry({ readBack }: { readonly readBack: OpStory['readBacks'][number] }) {
  const { t } = useTranslation('outbox');
  return (
    <>
      <p className={styles.title}>
        {t('story.readBack')}
        <span className={styles.verdict}>{t(`readBacks.${readBack.result}`)}</span>
      </p>
      {readBack.parcels.length > 0 && (
        <ul className={styles.parcels}>
          {readBack.parcels.map((parcel) => (
            <li key={`${parcel.carrierCode} ${parcel.waybill}`}>
              {parcel.carrierName || parcel.carrierCode} <span className={styles.waybill}>{parcel.waybill}</span>
            </li>
          ))}
        </ul>
      )}
      {readBack.parcels.length === 0 && readBack.result !== 'failed' && (
        <p className={styles.small}>{t('story.noParcels')}</p>
      )}
      {readBack.detail !== '' && <p className={styles.small}>{readBack.detail}</p>}
    </>
  );
}
