import type { ScannerProfile } from '../../shared/contract/scans.ts';
import { WIRED_MS } from './burst.ts';
import type { WedgeScan } from './wedge.ts';

/** What the printed test code says: both cases, digits, dashes. */
export const TEST_CODE = 'Dd-2049-TEST';
/** How often it is scanned. */
export const TEST_SCANS = 5;

/** Why a scan of the test code does not count. */
export type TestRefusal = 'not-the-code' | 'ime';
export type TestReading =
  | { readonly ok: true; readonly prefix: string }
  | { readonly ok: false; readonly why: TestRefusal };

/** Reads one scan of the test code; characters before it are the scanner's prefix. Case is the scanner's own affair. */
export function readTestScan({ text, ime }: Pick<WedgeScan, 'text' | 'ime'>): TestReading {
  if (ime === 'unreliable') return { ok: false, why: 'ime' };
  const at = text.toUpperCase().lastIndexOf(TEST_CODE.toUpperCase());
  return at < 0 ? { ok: false, why: 'not-the-code' } : { ok: true, prefix: text.slice(0, at).slice(0, 16) };
}

/**
 * What five good scans say of a scanner: threshold max(40, 3 × p95) ms, and a Bluetooth profile where the gaps are above a
 * cable's 60 ms. Null without scans.
 */
export function calibrate(scans: readonly WedgeScan[], calibratedAt: string): ScannerProfile | null {
  const last = scans.at(-1);
  if (!last) return null;
  const p95Ms = Math.max(...scans.map(({ timing }) => timing.p95Ms));
  const medians = scans.map(({ timing }) => timing.medianMs).sort((a, b) => a - b);
  const reading = readTestScan(last);
  return {
    calibratedAt,
    link: p95Ms > WIRED_MS ? 'bluetooth' : 'wired',
    medianMs: medians[Math.floor(medians.length / 2)] ?? 0,
    p95Ms,
    thresholdMs: Math.min(600, Math.max(40, 3 * p95Ms)),
    suffix: last.timing.suffix,
    letters: lettersOf(last.text.slice(-TEST_CODE.length)),
    digits: last.style,
    prefix: reading.ok ? reading.prefix : '',
    ime: scans.some(({ ime }) => ime !== 'none'),
  };
}

function lettersOf(text: string): ScannerProfile['letters'] {
  const letters = text.replace(/[^a-z]/gi, '');
  if (letters === '') return 'none';
  if (letters === letters.toUpperCase()) return 'upper';
  return letters === letters.toLowerCase() ? 'lower' : 'mixed';
}
