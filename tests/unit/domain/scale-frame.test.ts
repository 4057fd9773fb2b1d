import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readScaleFrame } from '../../../shared/domain/scale-frame.ts';

describe('a frame of a scale', () => {
  it.each([
    ['ST,GS,+  1.234kg', 1_234, true],
    ['US,NT,-  0.010 kg', -10, false],
    ['ST,+00123.45  g', 123, true],
    ['ST,NT,+  12.000 kg ', 12_000, true],
    ['S S     1.234 kg', 1_234, true],
    ['S D     1.239 kg', 1_239, false],
    ['+001.234kg', 1_234, null],
    ['   0.5005 kg', 501, null],
    ['ST,GS,  2.00lb', 907, true],
    ['1.0 oz', 28, null],
    ['0 g', 0, null],
  ] as const)('%s is %i g', (line, grams, stable) => {
    expect(readScaleFrame(line)).toEqual({ grams, stable });
  });

  it.each(['', 'OL', 'OL,GS,+9999999kg', 'ST,GS,+', '1.234', 'kg', 'ST,GS,+ 1.2.3kg', 'ST,GS,+  1.234km', '0x10 kg'])(
    '%s is no weight',
    (line) => expect(readScaleFrame(line)).toBeNull(),
  );

  it('gives back every weight it was written with, whatever the spaces', () => {
    const spaces = fc.integer({ min: 0, max: 6 }).map((count) => ' '.repeat(count));
    fc.assert(
      fc.property(
        fc.integer({ min: -99_999, max: 99_999 }),
        fc.constantFrom('ST', 'US'),
        fc.constantFrom('GS,', 'NT,', ''),
        spaces,
        spaces,
        fc.constantFrom('kg', 'KG', 'g'),
        (grams, state, kind, before, after, unit) => {
          const size = Math.abs(grams);
          const number =
            unit === 'g' ? String(size) : `${Math.floor(size / 1_000)}.${String(size % 1_000).padStart(3, '0')}`;
          const line = `${state},${kind}${grams < 0 ? '-' : '+'}${before}${number}${after}${unit}`;
          expect(readScaleFrame(line)).toEqual({ grams, stable: state === 'ST' });
        },
      ),
    );
  });

  it('never makes a heavier parcel than a person lifts, nor throws, whatever the line brings', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'STUSGNLO,.+- 0123456789kglboz\u0002\r') }), (line) => {
        const read = readScaleFrame(line);
        if (read !== null) expect(Number.isSafeInteger(read.grams) && Math.abs(read.grams) <= 1_000_000).toBe(true);
      }),
    );
  });
});
