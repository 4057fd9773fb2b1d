import type { JobView, RowProblem } from '../../../shared/contract/job.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ImportRecord } from '../../../shared/domain/import-columns.ts';
import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import type { Result } from '../../../shared/kernel/result.ts';

/** What an import tells while it runs, and how it learns that it was called off. */
export type ImportProgress = {
  readonly signal: AbortSignal;
  readonly at: (phase: JobView['phase'], done: number, total: number | null) => void;
  readonly accept: (count: number) => void;
  readonly refuse: (problem: RowProblem) => void;
  /** From here on the import is finished whatever happens. False where it was called off before. */
  readonly commit: () => boolean;
};

/** The records of a file in slices; the event loop has had a turn between two of them. */
export type RecordSource = AsyncIterable<
  Result<{ readonly records: readonly ImportRecord[]; readonly total: number | null }, Problem>
>;

/** A shop as an import needs it. */
export type ImportShop = { readonly id: string; readonly name: string; readonly platform: PlatformId };

/** Finds the shop a row names (by its name or id), or one by its id. */
export type ShopLookup = {
  readonly find: (nameOrId: string) => ImportShop | null;
  readonly get: (id: string) => ImportShop | null;
};
