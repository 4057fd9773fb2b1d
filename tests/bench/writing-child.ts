import { createOutbox } from '../../electron/services/outbox/outbox.ts';
import { openOutboxDeps, packageInput } from './desk-outbox.ts';

/** Saves packages into a data folder until it is killed; says so after the first thousand. */
const [dataDir] = process.argv.slice(2);
if (dataDir === undefined) throw new Error('A data folder is wanted');
const outbox = createOutbox(openOutboxDeps(dataDir));
for (let index = 0; ; index += 1) {
  outbox.enqueue(packageInput(index));
  if (index !== 1_000) continue;
  console.log('written');
  await new Promise((resolve) => setTimeout(resolve, 20));
}
