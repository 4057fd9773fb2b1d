import { expect, test } from 'vitest';
import { tell } from '../support/tell.ts';
import { fuzzBarcodes } from './barcode-fuzz.ts';

test('five hundred hostile barcodes get one clear verdict each, and harm no other order', async (context) => {
  const seed = 20_262;
  const { verdicts, ...report } = await fuzzBarcodes({ count: 500, seed });
  expect(report).toEqual({
    scans: 500,
    unclear: [],
    unprintable: [],
    bugs: [],
    badWaybills: [],
    harmed: [],
  });
  expect(verdicts['refused']).toBeGreaterThan(250);
  tell(context, `500 hostile barcodes, seed ${seed}: ${JSON.stringify(verdicts)}`);
});
