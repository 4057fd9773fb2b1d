import { useEffect, useReducer } from 'react';
import type { KeyPress } from '../../scanning/key-char.ts';
import { readTestScan, TEST_SCANS, type TestRefusal } from '../../scanning/calibrate.ts';
import { useScannerStore } from '../../scanning/scanner-context.tsx';
import type { WedgeScan } from '../../scanning/wedge.ts';

/** One key as the timeline shows it. */
export type SeenKey = { readonly no: number; readonly press: KeyPress; readonly gapMs: number | null };

export type ScanWatch = {
  readonly keys: readonly SeenKey[];
  readonly imeSeen: boolean;
  readonly last: WedgeScan | null;
  readonly unended: string | null;
  /** Good scans of the test code, up to five. */
  readonly tests: readonly WedgeScan[];
  readonly refusal: TestRefusal | null;
};

type News =
  | { readonly kind: 'key'; readonly press: KeyPress }
  | { readonly kind: 'compose' }
  | { readonly kind: 'scan'; readonly scan: WedgeScan }
  | { readonly kind: 'unended'; readonly text: string }
  | { readonly kind: 'restart' };

const KEPT_KEYS = 36;
const NOTHING: ScanWatch = { keys: [], imeSeen: false, last: null, unended: null, tests: [], refusal: null };

/** Takes the scanner away from the bench while the page is on screen, and keeps what it does. */
export function useScanWatch(): ScanWatch & { readonly restart: () => void } {
  const scanner = useScannerStore();
  const [watch, tell] = useReducer(next, NOTHING);
  useEffect(() => {
    scanner.setState({
      reader: {
        onKey: (press) => tell({ kind: 'key', press }),
        onCompose: () => tell({ kind: 'compose' }),
        onScan: (scan) => tell({ kind: 'scan', scan }),
        onUnended: (text) => tell({ kind: 'unended', text }),
      },
    });
    return () => scanner.setState({ reader: null });
  }, [scanner]);
  return { ...watch, restart: () => tell({ kind: 'restart' }) };
}

function next(watch: ScanWatch, news: News): ScanWatch {
  switch (news.kind) {
    case 'key': {
      const before = watch.keys.at(-1);
      const gapMs = before ? Math.round(news.press.atMs - before.press.atMs) : null;
      const seen = { no: (before?.no ?? 0) + 1, press: news.press, gapMs };
      return { ...watch, keys: [...watch.keys, seen].slice(-KEPT_KEYS), imeSeen: watch.imeSeen || isTaken(news.press) };
    }
    case 'compose':
      return { ...watch, imeSeen: true };
    case 'scan': {
      const heard = { ...watch, last: news.scan, unended: null };
      if (news.scan.by === 'keyboard' || watch.tests.length >= TEST_SCANS) return heard;
      const reading = readTestScan(news.scan);
      return reading.ok
        ? { ...heard, tests: [...watch.tests, news.scan], refusal: null }
        : { ...heard, refusal: reading.why };
    }
    case 'unended':
      return { ...watch, unended: news.text };
    case 'restart':
      return { ...watch, tests: [], refusal: null, unended: null };
  }
}

/** An input method had the key, or it typed what no key of an English keyboard types. */
export const isTaken = ({ key }: KeyPress): boolean => key === 'Process' || /^[^\x00-\x7f]$/u.test(key);
