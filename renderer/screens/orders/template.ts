import type { Row } from 'write-excel-file/browser';
import type { Language } from '../../../shared/contract/system.ts';
import type { ImportLayout } from '../../../shared/domain/import-columns.ts';
import { columnName } from '../../../shared/messages/describe-row-problem.ts';

/** Rows prepared as text: spreadsheet programs round 19-digit order numbers in cells that are not. */
const TEXT_ROWS = 500;

/** Headers of a template: Chinese names for Chinese readers, the names of the contract otherwise. Both are read back. */
export const templateHeaders = (layout: ImportLayout, language: Language): readonly string[] =>
  layout.columns.map((column) => (language === 'zh-CN' ? columnName(column, language) : column));

/** An empty XLSX file with the right headers, in which every cell is text. */
export async function buildTemplate(layout: ImportLayout, language: Language): Promise<Blob> {
  const { default: writeExcelFile } = await import('write-excel-file/browser');
  const headers = templateHeaders(layout, language);
  const head: Row = headers.map((value) => ({ value, type: String, format: '@', fontWeight: 'bold' }));
  const blank: Row = headers.map(() => ({ value: '', type: String, format: '@' }));
  const rows = [head, ...Array.from({ length: TEXT_ROWS }, () => blank)];
  return writeExcelFile(rows, { columns: headers.map(() => ({ width: 22 })), stickyRowsCount: 1 }).toBlob();
}
