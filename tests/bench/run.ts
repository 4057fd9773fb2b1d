import { cpus } from 'node:os';
import { deskBench } from './desk-bench.ts';
import { enqueueBench } from './enqueue-bench.ts';
import { exportBench } from './export-bench.ts';
import { historyBench } from './history-bench.ts';
import type { Figure } from './measure.ts';

type Bench = {
  readonly title: string;
  readonly run: () => readonly Figure[] | Promise<readonly Figure[]>;
  /** Takes minutes: runs only when it is named. */
  readonly long?: true;
};

/** What `npm run bench -- NAME…` can name; without a name all but the long ones run. */
const BENCHES: Readonly<Record<string, Bench>> = {
  enqueue: { title: 'Durable enqueue', run: enqueueBench },
  export: { title: 'Export', run: exportBench },
  desk: { title: 'At the bench', run: deskBench },
  history: { title: 'Search and history', run: historyBench, long: true },
};

const named = process.argv.slice(2);
const unknown = named.filter((name) => BENCHES[name] === undefined);
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}`);
  process.exit(2);
}
console.log(`${process.platform} ${process.arch}, ${cpus().length} cores, Node ${process.versions.node}`);
for (const [name, { title, run, long }] of Object.entries(BENCHES)) {
  if (named.length === 0 ? long === true : !named.includes(name)) continue;
  console.log(`\n${title}`);
  for (const figure of await run())
    console.log(`  ${figure.name.padEnd(46)} ${figure.value.padEnd(44)} ${figure.note}`);
}
