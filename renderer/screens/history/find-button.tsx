import { UnstyledButton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { SearchIcon } from '../../components/icons/search-icon.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { useFind } from '../../state/find-context.ts';
import styles from './find-button.module.css';

/** Where other lists have their search: the search over everything, by click or by its key. */
export function FindButton() {
  const { t } = useTranslation('history');
  const find = useFind();
  return (
    <UnstyledButton className={styles.find ?? ''} aria-keyshortcuts="Control+K" onClick={find}>
      <SearchIcon />
      <span>{t('find.title')}</span>
      <KeyCap>Ctrl+K</KeyCap>
    </UnstyledButton>
  );
}
