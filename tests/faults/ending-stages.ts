import { asked, frozenFor, joined } from './endings.ts';
import { trialStage } from './trial-stage.ts';

/** X8: one sender on a data folder, whoever else is started on it. */
export const twoDesks = trialStage({
  id: 'X8',
  title: 'a second desk on the same folder is refused',
  what: 'second desks',
  times: { quick: 10, full: 200 },
  options: () => ({ ending: joined }),
  teeth: 'lock',
});

/** Longer than a call and its settle time under test; in full as long as a real call's timeouts all together. */
const FROZEN_MS = { quick: 2_000, full: 30_000 };

/** X9: a process that sleeps through its own timeouts and wakes up again. */
export const frozenDesk = trialStage({
  id: 'X9',
  title: 'frozen in the middle of a send and woken up',
  what: 'times frozen',
  times: { quick: 5, full: 100 },
  desks: { quick: 1, full: 10 },
  options: (tier) => ({ ending: frozenFor(FROZEN_MS[tier]) }),
  teeth: 'lock',
});

/** X16: nothing is torn by closing the window. */
export const askedToStop = trialStage({
  id: 'X16',
  title: 'asked to stop in the middle of a send',
  what: 'times asked',
  times: { quick: 10, full: 200 },
  options: () => ({ ending: asked }),
  teeth: 'unsure',
});
