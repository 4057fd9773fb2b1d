import { useTranslation } from 'react-i18next';
import type { PackageView } from '../../../shared/contract/packing.ts';
import { photoMissWords } from '../../../shared/messages/photo-words.ts';
import { formatTime } from '../../components/format-time.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './package-list.module.css';
import type { BenchPhoto } from './use-bench-photo.ts';

/** Whether a box was photographed, with the picture itself while it is fresh; `must`: it does not leave without. */
export function PhotoLine(props: {
  readonly box: PackageView;
  readonly current: boolean;
  readonly must: boolean;
  readonly photo: BenchPhoto;
}) {
  const { t } = useTranslation('bench');
  const { box } = props;
  const { shot } = props.photo;
  const words = usePhotoWords(props);
  const isFresh = shot !== null && shot.photoId === box.photo?.id;
  return (
    <div
      className={styles.photo}
      data-known={box.photo !== undefined || undefined}
      data-warn={(box.photo === undefined && box.photoMissed !== undefined) || undefined}
      data-testid="photo"
    >
      {isFresh && (
        <img key={shot.photoId} className={styles.shot} src={shot.address} alt={t('photo.alt', { box: box.no })} />
      )}
      <p>{words}</p>
    </div>
  );
}

function usePhotoWords({ box, current, must, photo }: Parameters<typeof PhotoLine>[0]): string {
  const { t } = useTranslation('bench');
  const language = useLanguage();
  if (box.photo !== undefined) return t('photo.taken', { time: formatTime(box.photo.takenAt, language) });
  if (box.photoExcused) return t('photo.excused');
  if (box.photoMissed !== undefined) {
    const why = photoMissWords(box.photoMissed, language);
    return t(must && box.photoMissed !== 'disk-low' ? 'photo.mustMissed' : 'photo.missed', { why });
  }
  if (box.state === 'saved' && !photo.taking) return t('photo.none');
  return t(photo.taking && (current || box.state === 'saved') ? 'photo.taking' : 'photo.soon');
}
