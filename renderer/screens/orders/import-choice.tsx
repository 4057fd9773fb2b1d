import { Button, FileButton, SegmentedControl } from '@mantine/core';
import { type DragEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { type ImportKind, ImportKindSchema } from '../../../shared/contract/orders.ts';
import { LAYOUTS } from '../../../shared/domain/import-columns.ts';
import { templateName } from '../../../shared/messages/template-names.ts';
import { fileAddress } from '../../api/upload-file.ts';
import { DownloadIcon } from '../../components/icons/download-icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useClient } from '../../state/app-state.tsx';
import type { ImportStore } from '../../state/jobs-import-store.ts';
import { type FileFault, fileFault, MAX_MEGABYTES, megabytes } from './check-file.ts';
import { ImportColumns } from './import-columns.tsx';
import styles from './import-dialog.module.css';
import { saveAddress } from '../../components/save-blob.ts';

type ChoiceProps = {
  readonly store: ImportStore;
  /** A file that was dropped before its kind was known. */
  readonly waiting: File | null;
  readonly onFile: (file: File) => void;
};

/** What kind of file, and which. */
export function ImportChoice({ store, waiting, onFile }: ChoiceProps) {
  const { t } = useTranslation('orders');
  const { kind, choose } = useStore(store);
  const [refused, setRefused] = useState<{ readonly file: File; readonly fault: FileFault } | null>(null);
  const take = (file: File | null | undefined): void => {
    if (!file) return;
    const fault = fileFault(file);
    if (fault) return setRefused({ file, fault });
    onFile(file);
  };
  const onDrop = (event: DragEvent): void => {
    event.preventDefault();
    take(event.dataTransfer.files[0]);
  };
  const sizes = { max: MAX_MEGABYTES, size: refused ? megabytes(refused.file.size) : 0 };
  return (
    <>
      <KindChoice kind={kind} onChoose={choose} />
      <div className={styles.drop} onDrop={onDrop} onDragOver={(event) => event.preventDefault()}>
        <strong>{waiting ? waiting.name : t('importer.drop')}</strong>
        {waiting ? (
          <Button onClick={() => take(waiting)}>{t('importer.start')}</Button>
        ) : (
          <FileButton accept=".csv,.txt,.xlsx" onChange={take}>
            {(button) => <Button {...button}>{t('importer.choose')}</Button>}
          </FileButton>
        )}
        <p className={styles.hint}>{t('importer.formats')}</p>
      </div>
      {refused && <p role="alert">{t(`importer.${refused.fault}`, { name: refused.file.name, ...sizes })}</p>}
      <ImportColumns layout={LAYOUTS[kind]} />
      <TemplateButton kind={kind} />
    </>
  );
}

function KindChoice(props: { readonly kind: ImportKind; readonly onChoose: (kind: ImportKind) => void }) {
  const { t } = useTranslation('orders');
  return (
    <>
      <SegmentedControl
        fullWidth
        aria-label={t('importer.kindLabel')}
        value={props.kind}
        data={ImportKindSchema.options.map((value) => ({ value, label: t(`importer.kinds.${value}`) }))}
        onChange={(value) => {
          const kind = ImportKindSchema.safeParse(value);
          if (kind.success) props.onChoose(kind.data);
        }}
      />
      <p className={styles.hint}>{t(`importer.kindHints.${props.kind}`)}</p>
    </>
  );
}

function TemplateButton({ kind }: { readonly kind: ImportKind }) {
  const { t } = useTranslation('orders');
  const language = useLanguage();
  const client = useClient();
  const download = async (): Promise<void> => {
    const made = await client.orders.template({ kind, language });
    if (made.ok) saveAddress(fileAddress(made.value.fileId), templateName(kind, language));
  };
  return (
    <div className={styles.row}>
      <Button variant="default" leftSection={<DownloadIcon />} onClick={() => void download()}>
        {t('importer.template')}
      </Button>
    </div>
  );
}
