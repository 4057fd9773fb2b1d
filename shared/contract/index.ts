import { operatorsContract } from './operators.ts';
import { careContract } from './care.ts';
import { historyContract } from './history.ts';
import { ordersContract } from './orders.ts';
import { outboxContract } from './outbox.ts';
import { packingContract } from './packing.ts';
import { photosContract } from './photos.ts';
import { scansContract } from './scans.ts';
import { shiftContract } from './shift.ts';
import { settingsContract } from './settings.ts';
import { shopsContract } from './shops.ts';
import { systemContract } from './system.ts';
import { trainingContract } from './training.ts';

/** Everything the page, the command line and the backend have in common. */
export const contract = {
  system: systemContract,
  settings: settingsContract,
  operators: operatorsContract,
  shops: shopsContract,
  orders: ordersContract,
  packing: packingContract,
  photos: photosContract,
  scans: scansContract,
  outbox: outboxContract,
  history: historyContract,
  shift: shiftContract,
  training: trainingContract,
  care: careContract,
};
export type AppContract = typeof contract;
