import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PrinterIcon } from '../../components/icons/printer-icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { ProblemNotice } from '../../problems/problem-notice.tsx';
import { usePracticeSheet } from '../../state/training-sheet.ts';

/** The practice sheet to print: barcodes of orders, goods and waybills for a real scanner. `prepare` makes sure there are any. */
export function SheetLink({ prepare }: { readonly prepare: () => Promise<boolean> }) {
  const { t } = useTranslation('welcome');
  const sheet = usePracticeSheet(useLanguage());
  const print = async (): Promise<void> => {
    if (await prepare()) await sheet.open();
  };
  return (
    <>
      <Button
        fullWidth
        variant="default"
        leftSection={<PrinterIcon />}
        loading={sheet.busy}
        onClick={() => void print()}
      >
        {t('training.sheet')}
      </Button>
      {sheet.address && (
        <a href={sheet.address} target="_blank" rel="noopener">
          {t('training.sheetHint')}
        </a>
      )}
      {sheet.problem && <ProblemNotice problem={sheet.problem} />}
    </>
  );
}
