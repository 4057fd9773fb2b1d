import type { Client } from '../../shared/contract/define.ts';
import type { AppContract } from '../../shared/contract/index.ts';
import type { ScanReading } from '../../shared/contract/scans.ts';
import type { ShelvedScan } from './scan-shelf.ts';

/** Set where a PIN was asked for when the scan came: it may be one, and is shown and put by nowhere. */
type PinAsked = { readonly pinAsked?: true };

/** A key of the bench, as the contract names it. */
export type BenchAct = Parameters<Client<AppContract>['packing']['act']>[0];
/** A scan in line. Its number lets it be handed in again without counting twice. */
export type NumberedScan = ShelvedScan & PinAsked;
/** One thing the packer did: a scan or a key. */
export type BenchInput = NumberedScan | { readonly act: BenchAct };
/** What a screen or a scanner hands in; without a reading it was typed or clicked. */
export type NewInput =
  | ({ readonly scan: string; readonly reading?: ScanReading } & PinAsked)
  | { readonly act: BenchAct };

export const isScan = (input: BenchInput): input is NumberedScan => 'scan' in input;

/** Numbers scans in the order they are handed in; `run` names this life of the page. */
export function createNumbering(run: string) {
  let seq = 0;
  return ({
    scan,
    reading,
    ...asked
  }: { readonly scan: string; readonly reading?: ScanReading } & PinAsked): NumberedScan => {
    seq += 1;
    return { ...asked, scan, origin: { ...(reading ?? typedNow()), run, seq } };
  };
}

const typedNow = (): ScanReading => ({
  ...{ source: 'typed', pull: 0, atMs: Date.now(), symbology: null, timing: null, ime: 'none', whole: true },
});
