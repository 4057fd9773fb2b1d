import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { allEntries } from '../../../shared/domain/platforms/catalogue.ts';
import { PlatformIdSchema } from '../../../shared/domain/platforms/platform-id.ts';
import type { CatalogueEntry } from '../../../shared/domain/platforms/reply-class.ts';
import {
  type EntryQuestion,
  searchEntries,
  undocumentedCode,
} from '../../../shared/domain/platforms/search-entries.ts';
import { DownloadIcon } from '../../components/icons/download-icon.tsx';
import { SearchIcon } from '../../components/icons/search-icon.tsx';
import { Notice } from '../../components/notice.tsx';
import { saveBlob } from '../../components/save-blob.ts';
import { ScreenFrame } from '../../components/screen-frame.tsx';
import { SearchBox } from '../../components/search-box.tsx';
import { VirtualListbox } from '../../components/virtual-listbox.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { readScreenHint } from '../../state/screen-hint.ts';
import { CodeDrawer } from './code-drawer.tsx';
import { CodeFilters } from './code-filters.tsx';
import { CodeRow } from './code-row.tsx';
import { codesCsv } from './codes-csv.ts';
import { UnknownCode } from './unknown-code.tsx';
import { useEntryAddress } from './use-entry-address.ts';

const ROW_REM = 5.6;
/** A whole answer of a platform fits, with its request number. */
const LONGEST_PASTE = 600;
const nothingMore = (): void => undefined;
const keyOf = (entry: CatalogueEntry): string => `${entry.platform} ${entry.key ?? entry.code}`;

/** Everything the platforms' documents say a shipment can come to, in plain words. */
export function CodesScreen() {
  const { t } = useTranslation('codes');
  const [question, setQuestion] = useState<EntryQuestion>(askedBefore);
  const found = useMemo(() => searchEntries(question), [question]);
  const { entry, open, close } = useEntryAddress();
  const unknown = undocumentedCode(question);
  const showAll = (): void => setQuestion({ text: '' });
  return (
    <ScreenFrame
      title={t('title')}
      subtitle={t('subtitle')}
      actions={<SaveButton entries={found} />}
      search={
        <SearchBox
          label={t('searchLabel')}
          placeholder={t('search')}
          clearLabel={t('clearSearch')}
          value={question.text}
          maxLength={LONGEST_PASTE}
          startHere
          onSearch={(text) => setQuestion((before) => ({ ...before, text }))}
        />
      }
      toolbar={<CodeFilters question={question} onChange={setQuestion} />}
      foot={<span role="status">{t('shown', { count: found.length, all: allEntries.length })}</span>}
    >
      {unknown !== null && <UnknownCode code={unknown} question={question} />}
      {found.length === 0 && unknown === null && (
        <Notice kind="empty" icon={<SearchIcon />} title={t('noMatch')} text={t('noMatchHint')}>
          <Button variant="default" onClick={showAll}>
            {t('clearFilter')}
          </Button>
        </Notice>
      )}
      {found.length > 0 && (
        <VirtualListbox
          label={t('listLabel')}
          items={found}
          keyOf={keyOf}
          rowRem={ROW_REM}
          renderItem={(item) => <CodeRow entry={item} />}
          onOpen={open}
          onEnd={nothingMore}
        />
      )}
      {entry && <CodeDrawer entry={entry} onOpen={open} onClose={close} />}
    </ScreenFrame>
  );
}

/** What is on screen as a file. */
function SaveButton({ entries }: { readonly entries: readonly CatalogueEntry[] }) {
  const { t } = useTranslation('codes');
  const language = useLanguage();
  const save = (): void =>
    saveBlob(codesCsv(entries, t('columns', { returnObjects: true }), language), `${t('fileName')}.csv`);
  return (
    <Button variant="default" leftSection={<DownloadIcon />} disabled={entries.length === 0} onClick={save}>
      {t('save')}
    </Button>
  );
}

/** What the page before asked to be looked up: a text, and the platform that said it. */
function askedBefore(): EntryQuestion {
  const { search = '', filter } = readScreenHint();
  const platform = PlatformIdSchema.safeParse(filter);
  return platform.success ? { text: search, platform: platform.data } : { text: search };
}
