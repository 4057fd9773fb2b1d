import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commandWords } from '../../../shared/messages/command-words.ts';
import { PrinterIcon } from '../../components/icons/printer-icon.tsx';
import { useSystemInfo } from '../../state/use-system-info.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { SavePdf } from './save-pdf.tsx';
import styles from './command-sheet-screen.module.css';
import { SheetBarcode } from './sheet-barcode.tsx';
import { type SheetEntry, sheetPages } from './sheet-entries.ts';

/** The printed command barcodes as they come out of the printer; the buttons around them are not printed. */
export function CommandSheetScreen() {
  const { t, i18n } = useTranslation('bench');
  const [language, setLanguage] = useState(useLanguage());
  const on = i18n.getFixedT(language, 'bench');
  const canPdf = useSystemInfo()?.features.pdf;
  const pages = sheetPages();
  return (
    <div className={styles.screen} data-testid="command-sheet">
      <header className={styles.bar}>
        <h1>{t('sheet.title')}</h1>
        <p>
          {t('sheet.hint')} {canPdf === false && t('sheet.pdfByPrint')}
        </p>
        <SegmentedControl
          aria-label={t('sheet.language')}
          value={language}
          data={[
            { value: 'zh-CN', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(value) => setLanguage(value === 'en' ? 'en' : 'zh-CN')}
        />
        <Button size="md" leftSection={<PrinterIcon />} onClick={() => window.print()}>
          {t('sheet.print')}
        </Button>
        {canPdf && <SavePdf fileName={on('sheet.fileName')} />}
      </header>
      {pages.map((entries, index) => (
        <section key={entries[0]?.digits} className={styles.page} lang={language}>
          <h2>
            {on('sheet.title')} <small>{on('sheet.page', { page: index + 1, pages: pages.length })}</small>
          </h2>
          <ol>
            {entries.map((entry) => (
              <li key={entry.digits}>
                <strong>
                  {'command' in entry
                    ? commandWords(entry.command, language).label
                    : on('sheet.quantity', { count: entry.quantity })}
                </strong>
                <SheetBarcode digits={entry.digits} />
                <Under entry={entry} />
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

const Under = ({ entry }: { readonly entry: SheetEntry }) => (
  <small>
    {entry.digits}
    {'key' in entry ? ` · ${entry.key === 'Escape' ? 'Esc' : entry.key}` : ''}
  </small>
);
