import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { OpStory } from '../../../shared/contract/outbox.ts';
import { GroupedCode } from '../../components/grouped-code.tsx';
import { OpStateBadge } from '../../components/op-state-badge.tsx';
import { PhotoProof } from '../../components/photo-proof.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useOpenPhoto } from '../../state/use-open-photo.ts';
import styles from './order-story.module.css';

/** The packages of an order, numbered as the timeline names them, each with the way to what can be done about it. */
export function StoryPackages({ packages }: { readonly packages: readonly OpStory[] }) {
  const { t } = useTranslation('history');
  const { t: outbox } = useTranslation('outbox');
  const language = useLanguage();
  const load = useOpenPhoto();
  const [, navigate] = useLocation();
  if (packages.length === 0) return <p className={styles.soft}>{t('story.noPackages')}</p>;
  return (
    <ol className={styles.packages}>
      {packages.map(({ row, payload, photo }, index) => (
        <li key={row.id}>
          <span className={styles.no}>{t('story.package', { no: index + 1 })}</span>
          <OpStateBadge state={row.state} word={outbox(`states.${row.state}`)} />
          <span className={styles.parcel}>
            {row.carrierName} {row.waybill === '' ? outbox('noCourier') : <GroupedCode value={row.waybill} />}
          </span>
          <span className={styles.soft}>
            {[
              row.kind === 'correct' ? outbox('kinds.correct') : '',
              t('pieces', { count: row.pieces }),
              ...payload.items.flatMap(({ serialNumbers = [] }) =>
                serialNumbers.map(({ serialNumber }) => serialNumber),
              ),
            ]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {photo && (
            <div className={styles.photo}>
              <PhotoProof opId={row.id} photo={photo} load={load} language={language} />
            </div>
          )}
          <Button variant="default" onClick={() => navigate('/outbox', { state: { open: row.id } })}>
            {t('story.openPackage', { no: index + 1 })}
          </Button>
        </li>
      ))}
    </ol>
  );
}
