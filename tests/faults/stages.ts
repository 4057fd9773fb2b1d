import { diskErrors, diskFull } from './disk/disk-stages.ts';
import { askedToStop, frozenDesk, twoDesks } from './ending-stages.ts';
import type { FaultStage } from './fault-stage.ts';
import { killNineStage } from './kill-nine-stage.ts';
import { powerCut, tornPowerCut } from './power/power-cut-stages.ts';
import { replyKindsStage } from './reply-kinds-stage.ts';

/** Every stage of `npm run faults`, in the order of RELIABILITY 2b. */
export const faultStages: readonly FaultStage[] = [
  killNineStage,
  powerCut,
  tornPowerCut,
  diskFull,
  diskErrors,
  twoDesks,
  frozenDesk,
  askedToStop,
  replyKindsStage,
];
