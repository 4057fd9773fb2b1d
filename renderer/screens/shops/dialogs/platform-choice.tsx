import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type PlatformId, PlatformIdSchema } from '../../../../shared/domain/platforms/platform-id.ts';
import { PLATFORMS } from '../../../../shared/domain/platforms/platform-list.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import styles from './platform-choice.module.css';

/** Where the shop is. What this version cannot connect to yet is shown, so that nobody looks for it in vain. */
export function PlatformChoice(props: { readonly value: PlatformId; readonly onChange: (id: PlatformId) => void }) {
  const { t } = useTranslation('shops');
  const language = useLanguage();
  const coming = Object.values(PLATFORMS).some(({ available }) => !available);
  return (
    <Radio.Group
      label={t('form.platform')}
      description={coming ? `${t('form.platformHint')} ${t('form.comingHint')}` : t('form.platformHint')}
      value={props.value}
      onChange={(value) => {
        const id = PlatformIdSchema.safeParse(value);
        if (id.success) props.onChange(id.data);
      }}
    >
      <div className={styles.choices}>
        {Object.values(PLATFORMS).map(({ id, names, available }) => (
          <Radio
            key={id}
            value={id}
            disabled={!available}
            label={language === 'zh-CN' ? names.zh : names.en}
            description={available ? undefined : t('form.coming')}
          />
        ))}
      </div>
    </Radio.Group>
  );
}
