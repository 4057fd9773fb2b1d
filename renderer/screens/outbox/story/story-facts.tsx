import { useTranslation } from 'react-i18next';
import type { OpStory } from '../../../../shared/contract/outbox.ts';
import { kilograms } from '../../../../shared/domain/weight.ts';
import { CopyButton } from '../../../components/copy-button.tsx';
import { type Fact, FactList } from '../../../components/fact-list.tsx';
import { formatTime } from '../../../components/format-time.ts';
import { formatYuan } from '../../../components/format-yuan.ts';
import { PhotoProof } from '../../../components/photo-proof.tsx';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useOpenPhoto } from '../../../state/use-open-photo.ts';
import { PackageGoods } from '../package-goods.tsx';
import styles from './story-facts.module.css';

/** What the package is: numbers to copy, goods, who saved it and when. */
export function StoryFacts({ story }: { readonly story: OpStory }) {
  const { t } = useTranslation('outbox');
  const language = useLanguage();
  const load = useOpenPhoto();
  const { row, payload } = story;
  const number = (text: string) => (
    <span className={styles.number}>
      {text} <CopyButton text={text} label={t('story.copy')} copied={t('story.copied')} />
    </span>
  );
  const facts: readonly (Fact | null)[] = [
    { label: t('story.order'), value: number(row.orderId) },
    row.waybill === '' ? null : { label: t('story.waybill'), value: number(row.waybill) },
    payload.kind === 'correct' ? { label: t('story.oldWaybill'), value: number(payload.from.waybill) } : null,
    { label: t('story.shop'), value: row.shop },
    { label: t('story.carrier'), value: row.waybill === '' ? t('noCourier') : row.carrierName || row.carrierCode },
    {
      label: t('story.kind'),
      value: `${t(`kinds.${row.kind}`)} · ${t(payload.whole ? 'story.wholeOrder' : 'story.partOrder')}`,
    },
    { label: t('story.pieces'), value: t('row.pieces', { count: row.pieces }) },
    story.weightGrams === undefined ? null : { label: t('story.weight'), value: `${kilograms(story.weightGrams)} kg` },
    { label: t('story.savedAt'), value: formatTime(row.createdAt, language) },
    { label: t('story.savedBy'), value: row.createdBy === '' ? t('story.system') : row.createdBy },
    row.proof === null ? null : { label: t('story.proof'), value: t(`proofs.${row.proof}`) },
    row.code === null || row.code.startsWith('local:') ? null : { label: t('story.platformCode'), value: row.code },
    story.cost && {
      label: t('story.cost'),
      value: t('story.costValue', { spent: formatYuan(story.cost.points, language), count: story.cost.calls }),
    },
    row.requestId === '' ? null : { label: t('story.requestId'), value: number(row.requestId) },
  ];
  return (
    <>
      <FactList facts={facts} />
      {story.photo && <PhotoProof opId={row.id} photo={story.photo} load={load} language={language} />}
      <PackageGoods story={story} />
    </>
  );
}
