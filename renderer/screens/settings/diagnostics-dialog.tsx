import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { saveBlob } from '../../components/save-blob.ts';
import { minuteName } from './backup-name.ts';
import styles from './diagnostics-dialog.module.css';
import { type DiagnosticsFile, sizeOf, zipOf } from './diagnostics-zip.ts';
import { fileSize } from './file-size.ts';
import cardStyles from './setting-card.module.css';

/** Every file of the bundle with its size, each to be read as it will be saved. Saving takes what is shown here. */
export function DiagnosticsDialog(props: { readonly files: readonly DiagnosticsFile[]; readonly onClose: () => void }) {
  const { t, i18n } = useTranslation('settings');
  const { files } = props;
  const [chosen, setChosen] = useState(files[0]);
  const [saved, setSaved] = useState('');
  const size = (bytes: number): string => fileSize(bytes, i18n.language);
  const save = (): void => {
    const name = `dispatch-desk-diagnostics-${minuteName(new Date())}.zip`;
    saveBlob(zipOf(files), name);
    setSaved(name);
  };
  const total = files.reduce((sum, file) => sum + sizeOf(file), 0);
  return (
    <Dialog title={t('diagnostics.title')} close={t('diagnostics.close')} size="70rem" onClose={props.onClose}>
      <div className={styles.bundle}>
        <ul className={styles.files} aria-label={t('diagnostics.files')}>
          {files.map((file) => (
            <li key={file.name}>
              <button type="button" aria-pressed={file === chosen} onClick={() => setChosen(file)}>
                <span>{file.name}</span>
                <span>{size(sizeOf(file))}</span>
              </button>
            </li>
          ))}
        </ul>
        <textarea
          className={styles.content}
          readOnly
          spellCheck={false}
          aria-label={t('diagnostics.content')}
          value={chosen?.text || t('diagnostics.nothing')}
        />
      </div>
      <div className={styles.foot}>
        <span>{t('diagnostics.size', { count: files.length, size: size(total) })}</span>
        <Button onClick={save}>{t('diagnostics.save')}</Button>
      </div>
      {saved !== '' && (
        <p className={cardStyles.good} role="status">
          <CheckIcon />
          {t('diagnostics.saved', { name: saved })}
        </p>
      )}
    </Dialog>
  );
}
