import type { Problem } from '../../../shared/contract/problem.ts';
import type { Result } from '../../../shared/kernel/result.ts';

/** A row of a file before its columns have names. */
export type TableRow = {
  /** As a spreadsheet counts, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
  /** Indexes of cells whose number lost digits in a spreadsheet program. */
  readonly lost: readonly number[];
};

/** Some rows in order, and how many the file has as far as it says so. */
export type TableSlice = { readonly rows: readonly TableRow[]; readonly total: number | null };

/**
 * The rows of a file in small slices; the event loop has had a turn between two of them. After a problem nothing more
 * comes.
 */
export type TableSlices = AsyncGenerator<Result<TableSlice, Problem>, void>;

/** Why a file cannot be read; `shared/messages/unreadable-files.ts` has the sentences. */
export type UnreadableReason =
  | 'empty'
  | 'xls'
  | 'binary'
  | 'encoding'
  | 'quotes'
  | 'row-too-long'
  | 'damaged'
  | 'locked'
  | 'no-sheet'
  | 'too-many-bytes';

/** The problem of a file that cannot be read. */
export const unreadable = (reason: UnreadableReason): Problem => ({ code: 'file-unreadable', detail: reason });
