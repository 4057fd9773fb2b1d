import { Button, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonIcon } from '../../components/icons/person-icon.tsx';
import { useAppState, useSettings } from '../../state/app-state.tsx';
import { SettingCard } from './setting-card.tsx';
import styles from './setting-card.module.css';

/** Who packs here; the name goes into the story of every package. */
export function OperatorCard() {
  const { t } = useTranslation('settings');
  const saved = useSettings((state) => state.settings['operator.name']);
  const { set } = useAppState().settings.getState();
  const [name, setName] = useState(saved);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await set('operator.name', name.trim())) notifications.show({ message: t('saved'), color: 'dark' });
  };
  return (
    <SettingCard title={t('sections.person')} icon={<PersonIcon />}>
      <form className={styles.row} onSubmit={(event) => void save(event)}>
        <TextInput
          label={t('operator.label')}
          description={t('operator.hint')}
          placeholder={t('operator.placeholder')}
          maxLength={40}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          style={{ flex: '1 1 16rem' }}
        />
        <Button type="submit" variant="default" disabled={name.trim() === saved}>
          {t('operator.save')}
        </Button>
      </form>
    </SettingCard>
  );
}
