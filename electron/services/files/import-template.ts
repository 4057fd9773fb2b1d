import type { Language } from '../../../shared/contract/system.ts';
import type { ImportLayout } from '../../../shared/domain/import-columns.ts';
import { columnName } from '../../../shared/messages/describe-row-problem.ts';
import { createXlsxWriter } from './write-xlsx.ts';

/** Rows prepared as text: spreadsheet programs round 19-digit order numbers in cells that are not. */
const TEXT_ROWS = 500;

/** Headers of a template: Chinese names for Chinese readers, the names of the contract otherwise. Both are read back. */
export const templateHeaders = (layout: ImportLayout, language: Language): readonly string[] =>
  layout.columns.map((column) => (language === 'zh-CN' ? columnName(column, language) : column));

/** An empty XLSX file with the right headers, in which every cell is text. */
export function importTemplate(layout: ImportLayout, language: Language): Uint8Array {
  const headers = templateHeaders(layout, language);
  const writer = createXlsxWriter(headers);
  writer.rows(Array.from({ length: TEXT_ROWS }, () => headers.map(() => '')));
  return writer.end();
}
