import { useTranslation } from 'react-i18next';
import type { OpStory } from '../../../../shared/contract/outbox.ts';
import { OpStateSchema } from '../../../../shared/domain/op.ts';
import styles from './story-timeline.module.css';

/** Leave somebody gave for this package, as the log calls it. */
const LEAVE = { 'override.granted': 'granted', 'override.unused': 'unused' } as const;

/** One change of state: who or what made it, and the reason that was given. */
export function HistoryEntry({ entry }: { readonly entry: OpStory['history'][number] }) {
  const { t } = useTranslation('outbox');
  const word = (text: string): string => {
    const state = OpStateSchema.safeParse(text);
    if (state.success) return t(`states.${state.data}`);
    return text === 'override.granted' || text === 'override.unused' ? t(`leave.${LEAVE[text]}`) : text;
  };
  const moved = entry.to !== '' && entry.from !== entry.to;
  const from = entry.from === '' ? null : word(entry.from);
  return (
    <>
      <p className={styles.title}>
        {moved && (from === null ? word(entry.to) : t('story.change', { from, to: word(entry.to) }))}
        {!moved && word(entry.action)}
        <span className={styles.actor}>{entry.actor === '' ? t('story.system') : entry.actor}</span>
      </p>
      {entry.detail !== '' && <p className={styles.small}>{entry.detail}</p>}
    </>
  );
}
