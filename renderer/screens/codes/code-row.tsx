import type { CatalogueEntry } from '../../../shared/domain/platforms/reply-class.ts';
import { describeEntry } from '../../../shared/messages/describe-entry.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { ClassBadge } from './class-badge.tsx';
import styles from './code-row.module.css';

/** One entry in the list: its code, its sentence, and who does what. */
export function CodeRow({ entry }: { readonly entry: CatalogueEntry }) {
  const told = describeEntry(entry, useLanguage());
  return (
    <div className={styles.row}>
      <div className={styles.code}>
        <strong>{told.code}</strong>
        <span>{told.platform}</span>
      </div>
      <div className={styles.words}>
        <strong>{told.meaning}</strong>
        <span>{told.remedy}</span>
      </div>
      <div className={styles.side}>
        <ClassBadge kind={entry.replyClass.kind} name={told.className} />
        <span>
          {told.actor} · {told.box}
        </span>
      </div>
    </div>
  );
}
