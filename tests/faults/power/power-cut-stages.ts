import { trialStage } from '../trial-stage.ts';
import { buildPlatter, forgetfulDisk } from './forgetful-disk.ts';

/** X2: what was not flushed is gone. */
export const powerCut = trialStage({
  id: 'X2',
  title: 'power cut, nothing unflushed survives',
  what: 'power cuts',
  times: { quick: 20, full: 500 },
  options: () => ({ disk: forgetfulDisk(buildPlatter(), 'nothing') }),
  teeth: 'flush',
});

/** X3: of what was not flushed, each 4 KiB page survives by chance. */
export const tornPowerCut = trialStage({
  id: 'X3',
  title: 'power cut, unflushed pages survive by chance',
  what: 'power cuts',
  times: { quick: 10, full: 200 },
  options: () => ({ disk: forgetfulDisk(buildPlatter(), 'some-pages') }),
  teeth: 'flush',
});
