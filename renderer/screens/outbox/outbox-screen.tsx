import { Button } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { EventName } from '../../../shared/contract/event.ts';
import type { OpAction } from '../../../shared/domain/op.ts';
import { Notice } from '../../components/notice.tsx';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { OutboxIcon } from '../../components/icons/outbox-icon.tsx';
import { SearchIcon } from '../../components/icons/search-icon.tsx';
import { PagedList } from '../../components/paged-list.tsx';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { useAgeText } from '../../components/use-age-text.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { filterFrom } from '../../state/outbox-filter.ts';
import { createOutboxStore, type OutboxStore } from '../../state/outbox-store.ts';
import { createOutboxStoryStore } from '../../state/outbox-story-store.ts';
import { readScreenHint } from '../../state/screen-hint.ts';
import { useLiveStore } from '../../state/use-live-store.ts';
import { ConservationFoot } from './conservation-foot.tsx';
import { ExportMenu } from './export-menu.tsx';
import { OpDrawer } from './op-drawer.tsx';
import { OpRowLine } from './op-row.tsx';
import { StateChips } from './state-chips.tsx';

const NAMES: readonly EventName[] = ['outbox.changed'];
const ROW_REM = 5.4;

/** Everything saved on this desk and what became of it. */
export function OutboxScreen() {
  const { t } = useTranslation('outbox');
  const store = useLiveStore((client) => {
    const { filter = null, search = '' } = readScreenHint();
    return createOutboxStore(client, filterFrom(filter), search);
  }, NAMES);
  const story = useLiveStore(createOutboxStoryStore, NAMES);
  const ask = useOpenedByHint((id) => void story.getState().open(id));
  const { filter, search, counts, needsYou, rows, next } = useStore(store);
  return (
    <ScreenFrame
      title={t('title')}
      subtitle={t('subtitle')}
      actions={<ExportMenu filter={filter} search={search} />}
      search={
        <SearchBox
          label={t('searchLabel')}
          placeholder={t('search')}
          clearLabel={t('clearSearch')}
          value={search}
          onSearch={store.getState().find}
        />
      }
      toolbar={<StateChips counts={counts} needsYou={needsYou} filter={filter} onFilter={store.getState().show} />}
      foot={<ConservationFoot shown={rows.length} more={next !== null} />}
    >
      <List store={store} onOpen={(id) => void story.getState().open(id)} />
      <OpDrawer store={story} ask={ask} />
    </ScreenFrame>
  );
}

/** Opens the package another page asked for, and gives the question to ask about it. Once: a reload finds the list. */
function useOpenedByHint(open: (id: string) => void): OpAction | null {
  const [hint] = useState(readScreenHint);
  const opener = useRef(open);
  useEffect(() => {
    if (hint.open === undefined) return;
    opener.current(hint.open);
    window.history.replaceState(null, '');
  }, [hint]);
  return hint.act ?? null;
}

function List({ store, onOpen }: { readonly store: OutboxStore; readonly onOpen: (id: string) => void }) {
  const { t } = useTranslation('outbox');
  const list = useStore(store);
  const ageOf = useAgeText();
  return (
    <PagedList
      list={list}
      problem={list.problem && <ProblemNotice problem={list.problem} />}
      words={{ loading: t('loading'), failed: t('loadFailed'), retry: t('retryLoad') }}
      nothing={<Nothing store={store} />}
      label={t('listLabel')}
      keyOf={(row) => row.id}
      rowRem={ROW_REM}
      renderItem={(row) => <OpRowLine row={row} ageOf={ageOf} />}
      onOpen={(row) => onOpen(row.id)}
    />
  );
}

/** Why the list has no rows: nothing fits, nothing needs anybody, or nothing was ever saved. */
function Nothing({ store }: { readonly store: OutboxStore }) {
  const { t } = useTranslation('outbox');
  const { filter, search, show, find } = useStore(store);
  const showAll = (
    <Button
      variant="default"
      onClick={() => {
        void find('');
        void show('all');
      }}
    >
      {t('clearFilter')}
    </Button>
  );
  if (filter === 'needs-you' && search === '')
    return (
      <Notice kind="empty" icon={<CheckIcon />} title={t('allClear')} text={t('allClearHint')}>
        {showAll}
      </Notice>
    );
  if (filter !== 'all' || search !== '')
    return (
      <Notice kind="empty" icon={<SearchIcon />} title={t('noMatch')} text={t('noMatchHint')}>
        {showAll}
      </Notice>
    );
  return <Notice kind="empty" icon={<OutboxIcon />} title={t('empty')} text={t('emptyHint')} />;
}
