import { useTranslation } from 'react-i18next';
import type { OpStory } from '../../../../shared/contract/outbox.ts';
import { FactList } from '../../../components/fact-list.tsx';
import { formatTime } from '../../../components/format-time.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { lastLook, lastSentAt } from '../story/story-events.ts';

/** What is known before a person decides: when it was last sent, our waybill, and what the platform showed. */
export function ResolveFacts({ story }: { readonly story: OpStory }) {
  const { t } = useTranslation('outbox');
  const language = useLanguage();
  const sent = lastSentAt(story);
  const look = lastLook(story);
  const theirs = look?.parcels.map((parcel) => `${parcel.carrierName || parcel.carrierCode} ${parcel.waybill}`);
  return (
    <FactList
      facts={[
        { label: t('story.order'), value: story.row.orderId },
        { label: t('dialog.lastSend'), value: sent === null ? t('dialog.neverSent') : formatTime(sent, language) },
        {
          label: t('dialog.ourWaybill'),
          value: story.row.waybill === '' ? t('noCourier') : `${story.row.carrierName} ${story.row.waybill}`,
        },
        {
          label: t('dialog.platformWaybill'),
          value: !theirs
            ? t('dialog.platformUnseen')
            : theirs.length === 0
              ? t('dialog.platformNone')
              : theirs.join(' · '),
        },
        look && {
          label: t('dialog.lastLook'),
          value: `${formatTime(look.at, language)} · ${t(`readBacks.${look.result}`)}`,
        },
      ]}
    />
  );
}
