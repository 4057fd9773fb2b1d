import type { Command } from '../command.ts';
import { careCommands } from './care.ts';
import { explainCommands } from './explain.ts';
import { exportCommands } from './export.ts';
import { operatorCommands } from './operators.ts';
import { orderCommands } from './orders.ts';
import { outboxCommands } from './outbox.ts';
import { recoveryCommands } from './recovery.ts';
import { shiftCommands } from './shift.ts';
import { settingCommands } from './settings.ts';
import { shopAccountCommands } from './shop-account.ts';
import { carrierCommands, shopCommands } from './shops.ts';

/** Everything the command line can do, in the order the usage shows it. */
export const allCommands: readonly Command[] = [
  ...shopCommands,
  ...shopAccountCommands,
  ...carrierCommands,
  ...orderCommands,
  ...outboxCommands,
  ...exportCommands,
  ...shiftCommands,
  ...explainCommands,
  ...settingCommands,
  ...operatorCommands,
  ...careCommands,
  ...recoveryCommands,
];
