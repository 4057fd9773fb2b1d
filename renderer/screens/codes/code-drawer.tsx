import { Button, Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { lookup } from '../../../shared/domain/platforms/catalogue.ts';
import { PlatformIdSchema } from '../../../shared/domain/platforms/platform-id.ts';
import type { CatalogueEntry } from '../../../shared/domain/platforms/reply-class.ts';
import { describeEntry } from '../../../shared/messages/describe-entry.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { ClassBadge } from './class-badge.tsx';
import styles from './code-drawer.module.css';

/** One entry in full. */
export function CodeDrawer(props: {
  readonly entry: CatalogueEntry;
  readonly onOpen: (entry: CatalogueEntry) => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('codes');
  const language = useLanguage();
  const { entry } = props;
  const told = describeEntry(entry, language);
  return (
    <Drawer
      opened
      onClose={props.onClose}
      position="right"
      size="50rem"
      padding="lg"
      title={t('entry.title')}
      closeButtonProps={{ 'aria-label': t('entry.close') }}
      classNames={{ title: styles.title }}
    >
      <div className={styles.entry}>
        <header className={styles.head}>
          <h2>{told.code}</h2>
          <CopyButton text={told.code} label={t('entry.copy')} copied={t('entry.copied')} />
          <span>{told.platform}</span>
        </header>
        <p className={styles.meaning}>{told.meaning}</p>
        <dl className={styles.facts}>
          <dt>{t('entry.remedy')}</dt>
          <dd className={styles.remedy}>{told.remedy}</dd>
          <dt>{t('entry.who')}</dt>
          <dd>{told.actor}</dd>
          <dt>{t('entry.box')}</dt>
          <dd>{told.box}</dd>
          <dt>{t('entry.kind')}</dt>
          <dd>
            <ClassBadge kind={entry.replyClass.kind} name={told.className} />
            <p>{told.classHint}</p>
          </dd>
          <dt>{t('entry.said')}</dt>
          <dd>{told.said === '' ? t('entry.notSaid') : <q className={styles.said}>{told.said}</q>}</dd>
          <dt>{t('entry.source')}</dt>
          <dd>{told.source}</dd>
        </dl>
        <Others entry={entry} onOpen={props.onOpen} />
      </div>
    </Drawer>
  );
}

/** The same code elsewhere, where it may mean something else. */
function Others({
  entry,
  onOpen,
}: {
  readonly entry: CatalogueEntry;
  readonly onOpen: (entry: CatalogueEntry) => void;
}) {
  const { t } = useTranslation('codes');
  const language = useLanguage();
  const others = PlatformIdSchema.options.flatMap((platform) =>
    platform === entry.platform ? [] : (lookup(platform, entry.key ?? entry.code) ?? []),
  );
  if (others.length === 0) return null;
  return (
    <section className={styles.others}>
      <h3>{t('entry.others')}</h3>
      {others.map((other) => (
        <Button key={other.platform} variant="default" onClick={() => onOpen(other)}>
          {describeEntry(other, language).platform}
        </Button>
      ))}
    </section>
  );
}
