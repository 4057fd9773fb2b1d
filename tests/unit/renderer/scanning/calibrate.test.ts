import { code128 } from 'bwip-js/node';
import bwip from 'bwip-js/node';
import { describe, expect, it } from 'vitest';
import { calibrate, readTestScan, TEST_CODE } from '../../../../renderer/scanning/calibrate.ts';
import type { WedgeScan } from '../../../../renderer/scanning/wedge.ts';
import { TEST_BARS } from '../../../../renderer/screens/scanner/test-barcode.tsx';

const scan = (medianMs: number, p95Ms: number, more: Partial<WedgeScan> = {}): WedgeScan => ({
  ...{
    kind: 'scan',
    text: TEST_CODE,
    by: 'scanner',
    ime: 'none',
    whole: true,
    startedAtMs: 0,
    endedAtMs: 100,
    style: 'row',
  },
  timing: { keys: TEST_CODE.length, medianMs, p95Ms, suffix: 'enter' },
  ...more,
});
const five = (make: (index: number) => WedgeScan): readonly WedgeScan[] => Array.from({ length: 5 }, (_, i) => make(i));

describe('the calibration', () => {
  it('sets the threshold to three times the slowest, never below 40 ms', () => {
    expect(
      calibrate(
        five(() => scan(2, 5)),
        'now',
      ),
    ).toMatchObject({ link: 'wired', thresholdMs: 40, medianMs: 2 });
    expect(
      calibrate(
        five((i) => scan(8, i === 3 ? 20 : 10)),
        'now',
      ),
    ).toMatchObject({ thresholdMs: 60, p95Ms: 20 });
    expect(
      calibrate(
        five(() => scan(90, 150)),
        'now',
      ),
    ).toMatchObject({ link: 'bluetooth', thresholdMs: 450 });
  });

  it('finds out case, prefix, number pad, input method and suffix', () => {
    const found = calibrate(
      five(() => scan(8, 9, { text: `]C0${TEST_CODE.toUpperCase()}`, style: 'alt-numpad', ime: 'rebuilt' })),
      'now',
    );
    expect(found).toMatchObject({ prefix: ']C0', letters: 'upper', digits: 'alt-numpad', ime: true, suffix: 'enter' });
  });

  it('takes no other code and nothing an input method has spoilt for the test code', () => {
    expect(readTestScan({ text: '6901234567892', ime: 'none' })).toEqual({ ok: false, why: 'not-the-code' });
    expect(readTestScan({ text: TEST_CODE, ime: 'unreliable' })).toEqual({ ok: false, why: 'ime' });
    expect(calibrate([], 'now')).toBeNull();
  });

  it('shows a barcode that says the test code', () => {
    expect(typeof code128).toBe('function');
    const [drawn] = bwip.raw({ bcid: 'code128', text: TEST_CODE }) as readonly { readonly sbs: readonly number[] }[];
    expect(drawn?.sbs.join('')).toBe(TEST_BARS);
  });
});
