import { useTranslation } from 'react-i18next';
import type { ImportLayout } from '../../../shared/domain/import-columns.ts';
import { columnName } from '../../../shared/messages/describe-row-problem.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import styles from './import-dialog.module.css';

/** The columns a file may have, the needed ones first. */
export function ImportColumns({ layout }: { readonly layout: ImportLayout }) {
  const { t } = useTranslation('orders');
  const language = useLanguage();
  const needed = new Set(layout.required.flat());
  const name = (column: string): string => columnName(column, language);
  return (
    <div>
      <p>
        <strong>{t('importer.columnsTitle')}</strong>
      </p>
      <ul className={styles.columns}>
        {layout.required.map((choices) => (
          <li key={choices.join()} data-required>
            {choices.map(name).join(' / ')} *
          </li>
        ))}
        {layout.columns
          .filter((column) => !needed.has(column))
          .map((column) => (
            <li key={column}>{name(column)}</li>
          ))}
      </ul>
      <p className={styles.hint}>{t('importer.columnsHint')}</p>
    </div>
  );
}
