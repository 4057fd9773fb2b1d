import { Button, Drawer } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { OpStory } from '../../../shared/contract/outbox.ts';
import type { OpAction } from '../../../shared/domain/op.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { Notice } from '../../components/notice.tsx';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import type { OutboxStoryStore } from '../../state/outbox-story-store.ts';
import { OpActions } from './op-actions.tsx';
import styles from './op-drawer.module.css';
import { StateBadge } from './state-badge.tsx';
import { StoryFacts } from './story/story-facts.tsx';
import { StorySummary } from './story/story-summary.tsx';
import { StoryTimeline } from './story/story-timeline.tsx';

/** The story of one package beside the list. Escape closes it, unless a dialog stands in front. */
export function OpDrawer({ store, ask }: { readonly store: OutboxStoryStore; readonly ask: OpAction | null }) {
  const { t } = useTranslation('outbox');
  const { id, story, problem, open, close } = useStore(store);
  const [dialogOpen, setDialogOpen] = useState(false);
  const [asked, setAsked] = useState(ask);
  return (
    <Drawer
      opened={id !== null}
      onClose={close}
      position="right"
      size="54rem"
      padding="lg"
      title={t('story.title')}
      closeButtonProps={{ 'aria-label': t('story.close') }}
      closeOnEscape={!dialogOpen}
      trapFocus={!dialogOpen}
      classNames={{ title: styles.drawerTitle }}
    >
      {problem && (
        <Notice kind="failed" icon={<WarningIcon />} title={t('story.failed')}>
          <ProblemNotice problem={problem} />
        </Notice>
      )}
      {!story && !problem && <Notice kind="loading" title={t('story.loading')} />}
      {story && (
        <Story
          key={story.row.id}
          story={story}
          ask={asked}
          onOpen={(other) => void open(other)}
          onDialog={(shown) => {
            setDialogOpen(shown);
            // What another page asked is asked once.
            if (!shown) setAsked(null);
          }}
        />
      )}
    </Drawer>
  );
}

/** Where a waybill is corrected instead, where the platform's interface cannot. */
function CorrectElsewhere({ row }: { readonly row: OpStory['row'] }) {
  const language = useLanguage();
  const where = capabilitiesOf(row.platform).correctElsewhere;
  if (!where || row.state !== 'shipped' || row.waybill === '') return null;
  return <p className={styles.elsewhere}>{language === 'en' ? where.en : where.zh}</p>;
}

function Story(props: {
  readonly story: OpStory;
  readonly ask: OpAction | null;
  readonly onOpen: (id: string) => void;
  readonly onDialog: (open: boolean) => void;
}) {
  const { t } = useTranslation('outbox');
  const { story, onOpen } = props;
  const link = (label: string, id: string | null) =>
    id !== null && (
      <p className={styles.link}>
        {label}
        <Button size="compact-sm" variant="default" onClick={() => onOpen(id)}>
          {t('story.openOther')}
        </Button>
      </p>
    );
  return (
    <div className={styles.story}>
      <header className={styles.head}>
        <StateBadge state={story.row.state} />
        <h2>{story.row.orderId}</h2>
      </header>
      <StorySummary row={story.row} />
      <OpActions story={story} ask={props.ask} onOpen={onOpen} onDialog={props.onDialog} />
      <CorrectElsewhere row={story.row} />
      {link(t('story.supersededBy'), story.supersededBy)}
      {link(t('story.supersedes'), story.supersedes)}
      <section>
        <h3>{t('story.details')}</h3>
        <StoryFacts story={story} />
      </section>
      <section>
        <h3>{t('story.timeline')}</h3>
        <StoryTimeline story={story} />
      </section>
    </div>
  );
}
