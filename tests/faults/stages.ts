import { backupsUnderLoad } from './backup-stage.ts';
import { hostileBarcodes } from './barcode-stage.ts';
import { wrongClock } from './clock-stage.ts';
import { diskErrors, diskFull } from './disk/disk-stages.ts';
import { askedToStop, frozenDesk, twoDesks } from './ending-stages.ts';
import { damagedDatabases } from './damage/damage-stage.ts';
import type { FaultStage } from './fault-stage.ts';
import { killNineStage } from './kill-nine-stage.ts';
import { batchAnswers } from './load/batch-stage.ts';
import { openBacklog, longHistory } from './load/big-desk-stages.ts';
import { oneDeadAccount } from './load/fairness-stage.ts';
import { drainAfterOutage, longPacking, scansAtPace } from './load/pace-stages.ts';
import { hostileMessages } from './message-stage.ts';
import { networkCut, swollenAnswers } from './line/line-stages.ts';
import { powerCut, tornPowerCut } from './power/power-cut-stages.ts';
import { replyKindsStage } from './reply-kinds-stage.ts';
import { poisonRows } from './rows/poison-stage.ts';
import { interruptedUpgrades } from './upgrade/upgrade-stage.ts';
import { ordersInOrder } from './sequence/sequence-stage.ts';
import { simulated } from './simulation-stage.ts';

/** Every stage of `npm run faults`, in the order of RELIABILITY 2. */
export const faultStages: readonly FaultStage[] = [
  scansAtPace,
  openBacklog,
  longHistory,
  drainAfterOutage,
  oneDeadAccount,
  batchAnswers,
  killNineStage,
  powerCut,
  tornPowerCut,
  diskFull,
  diskErrors,
  networkCut,
  replyKindsStage,
  twoDesks,
  frozenDesk,
  wrongClock,
  poisonRows,
  damagedDatabases,
  backupsUnderLoad,
  interruptedUpgrades,
  ordersInOrder,
  askedToStop,
  swollenAnswers,
  simulated,
  hostileBarcodes,
  hostileMessages,
];

/** The stages of `npm run soak`. */
export const soakStages: readonly FaultStage[] = [longPacking, drainAfterOutage];
