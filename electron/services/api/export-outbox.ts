import { setImmediate as nextTurn } from 'node:timers/promises';
import type { OpRow } from '../../../shared/contract/outbox.ts';
import type { Language } from '../../../shared/contract/system.ts';
import type { OpState } from '../../../shared/domain/op.ts';
import { chinaTime } from '../../../shared/kernel/china-time.ts';
import { exportCells, exportHeaders, exportIdColumns } from '../../../shared/messages/outbox-export.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { TableWriter } from '../files/table-writer.ts';
import { createCsvWriter } from '../files/write-csv.ts';
import { createXlsxWriter } from '../files/write-xlsx.ts';
import type { ListQuestion } from '../outbox/op-list.ts';
import type { PackageExtrasStore } from '../packing/package-extras.ts';
import type { Clock } from '../ports.ts';
import type { FileStore } from '../web/file-store.ts';

/** Rows read at once, and rows worked on before scans and sends get their turn: a few milliseconds each. */
const PAGE = 100;
const SLICE = 20;
/** A file of more is of no use to a spreadsheet program and too much for memory; the newest are taken. */
const MOST_ROWS = 500_000;

export type ExportQuestion = {
  readonly states?: readonly OpState[] | undefined;
  readonly needsYou?: true | undefined;
  readonly search: string;
  readonly format: 'csv' | 'xlsx';
  readonly language: Language;
};
export type Exported = {
  readonly fileId: string;
  readonly name: string;
  readonly rows: number;
  readonly whole: boolean;
};

/** What an export is made from and where it goes. */
export type ExportDeps = {
  readonly page: (question: ListQuestion) => {
    readonly rows: readonly OpRow[];
    readonly next: string | null;
  };
  readonly extras: Pick<PackageExtrasStore, 'of'>;
  readonly files: Pick<FileStore, 'put'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly clock: Pick<Clock, 'now'>;
};

/** Writes what the outbox shows into a file on the shelf, slice by slice, and notes who took how much (S34). */
export async function exportOutbox(
  { page, extras, files, audit, clock }: ExportDeps,
  { states, needsYou, search, format, language }: ExportQuestion,
  by: { readonly operator: string; readonly role: string },
): Promise<Exported> {
  const headers = exportHeaders(language);
  const writer: TableWriter =
    format === 'csv' ? createCsvWriter(headers, exportIdColumns()) : createXlsxWriter(headers);
  let rows = 0;
  let after: string | null = null;
  do {
    const { rows: shown, next } = page({ states, needsYou, search, limit: PAGE, after });
    for (let at = 0; at < shown.length; at += SLICE) {
      writer.rows(shown.slice(at, at + SLICE).map((row) => exportCells(row, language, extras.of(row.id).weightGrams)));
      await nextTurn();
    }
    rows += shown.length;
    after = next;
  } while (after !== null && rows < MOST_ROWS);
  const stamp = chinaTime(clock.now()).replace(' ', '-').replaceAll(':', '');
  const name = `${language === 'en' ? 'outbox' : '发件箱'}-${stamp}.${format}`;
  const fileId = files.put({ name, bytes: writer.end() });
  audit.append({
    atMs: clock.now(),
    actor: by.operator,
    action: 'outbox-exported',
    subject: 'outbox',
    detail: {
      rows,
      format,
      role: by.role,
      states: needsYou === true ? 'needs-you' : (states?.join(' ') ?? ''),
      search,
    },
  });
  return { fileId, name, rows, whole: after === null };
}
