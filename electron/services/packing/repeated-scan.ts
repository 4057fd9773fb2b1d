import type { ScanOrigin } from '../../../shared/contract/scans.ts';
import type { RecentScan, Verdict } from '../../../shared/contract/verdict.ts';
import type { Taken } from './scan-flow.ts';
import type { Session } from './session.ts';

/** The same code again within this time is one trigger pull read twice, whatever the code is (PACK-STATION 4.3). */
const DOUBLE_READ_MS = 250;
/** The same order, waybill, serial number or command again within this time changes nothing. */
const REPEAT_MS = 2_000;

/** What a code that was just scanned comes to when it comes again, or null where it counts. Times are those of the scans. */
export function repeated({ last }: Session, code: string, atMs: number): Verdict | null {
  if (last === null || last.text !== code || code === '') return null;
  const elapsedMs = atMs - last.atMs;
  if (elapsedMs < 0) return null;
  if (elapsedMs < DOUBLE_READ_MS) return 'double-read';
  const lasting = last.took !== 'item' && last.took !== 'nothing';
  return lasting && elapsedMs < REPEAT_MS ? 'duplicate-ignored' : null;
}

/**
 * What became of the codes of a trigger pull so far: `taken` are the kinds that were accepted, `asked` that a likely waybill
 * led to the question for its carrier, which a waybill that is recognised still overrules.
 */
export type Pull = {
  readonly run: string;
  readonly pull: number;
  readonly refused: boolean;
  readonly asked: boolean;
  readonly taken: ReadonlySet<RecentScan['took']>;
};

/** The pull a scan belongs to, going on from the one before; null for codes that come one by one. */
export function pullOf(before: Pull | null, origin: ScanOrigin | null): Pull | null {
  if (origin === null || origin.source === 'typed' || origin.source === 'screen') return null;
  const { run, pull } = origin;
  if (before !== null && before.run === run && before.pull === pull) return before;
  return { run, pull, refused: false, asked: false, taken: new Set() };
}

/**
 * Whether a code is the surplus of its trigger pull: a label with several barcodes gives at most one waybill, order or
 * serial number, what fits nothing is no error once something fitted, and there is at most one error in all.
 */
export function isSurplus(pull: Pull | null, { took, result }: Taken): boolean {
  if (pull === null) return false;
  if (!result.ok || result.value.verdict === 'asked') return pull.refused || pull.asked || pull.taken.size > 0;
  if (asks(result.value)) return pull.asked;
  return took !== 'item' && pull.taken.has(took);
}

/** The pull after one more of its codes. */
export function pullAfter(pull: Pull | null, { took, result }: Taken): Pull | null {
  if (pull === null) return null;
  if (!result.ok || result.value.verdict === 'asked') return { ...pull, refused: true };
  return asks(result.value) ? { ...pull, asked: true } : { ...pull, taken: new Set([...pull.taken, took]) };
}

const asks = ({ verdict }: { readonly verdict: Verdict }): boolean => verdict === 'carrier-wanted';
