import { fuzzBarcodes } from '../security/barcode-fuzz.ts';
import { none, type FaultStage } from './fault-stage.ts';

/** B1: hostile barcodes at the bench of the whole app; the seed draws the same codes again. */
export const hostileBarcodes: FaultStage = {
  id: 'B1',
  title: 'hostile barcodes',
  run: async ({ tier, seed }) => {
    const count = tier === 'quick' ? 2_000 : 10_000;
    const { scans, verdicts, unclear, unprintable, bugs, badWaybills, harmed } = await fuzzBarcodes({ count, seed });
    return {
      counts: `${scans} codes, verdicts ${JSON.stringify(verdicts)}`,
      checks: [
        none('without one clear verdict', unclear.length),
        none('shown unprintable', unprintable.length),
        none('bugs logged', bugs.length),
        none('waybills no platform could take', badWaybills.length),
        none('other orders harmed', harmed.length),
      ],
    };
  },
};
