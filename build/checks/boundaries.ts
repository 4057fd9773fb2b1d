import { resolve } from 'node:path';
import { boundaryRules, cruiseRooms } from './boundaries/cruise-rooms.ts';

/**
 * `node build/checks/boundaries.ts [ROOT]`: who imports whom. It says how many modules it saw and fails on too few,
 * because a parser that reads nothing also finds nothing.
 */
const root = resolve(process.argv[2] ?? '.');
const leastModules = 20;

const { modules, breaches } = await cruiseRooms(root);
for (const { rule, from, to } of breaches) process.stdout.write(`${rule}: ${from} → ${to}\n`);
if (modules < leastModules) process.stdout.write(`only ${modules} modules were read, fewer than ${leastModules}\n`);
process.stdout.write(`${modules} modules, ${boundaryRules.length} rules, ${breaches.length} breaches\n`);
process.exitCode = breaches.length > 0 || modules < leastModules ? 1 : 0;
