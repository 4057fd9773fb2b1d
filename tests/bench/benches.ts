import { backlogBench } from './backlog-bench.ts';
import { deskBench } from './desk-bench.ts';
import { drainBench } from './drain-bench.ts';
import { enqueueBench } from './enqueue-bench.ts';
import { exactnessBench } from './exactness-bench.ts';
import { exportBench } from './export-bench.ts';
import { historyBench } from './history-bench.ts';
import { importBench, importMillionBench } from './import-bench.ts';
import { listBench } from './list-bench.ts';
import { paceBench } from './pace-bench.ts';
import type { Bench } from './report.ts';
import { rhythmBench } from './rhythm-bench.ts';
import { startBench } from './start-bench.ts';

/** What `npm run bench -- NAME…` can name; without a name all but the long ones run. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  enqueue: { title: 'Durable enqueue', run: enqueueBench },
  rhythm: { title: 'Scans at a person’s rhythm', run: rhythmBench },
  start: { title: 'Starting, and starting after a kill', run: startBench, built: true },
  exactness: { title: 'Exact ids and carriers', run: exactnessBench },
  import: { title: 'Reading order files', run: importBench },
  drain: { title: 'Requests and drains', run: drainBench },
  pace: { title: 'Calls a second, as the server counts them', run: () => paceBench() },
  export: { title: 'Export', run: exportBench },
  desk: { title: 'At the bench', run: deskBench, built: true },
  list: { title: 'Scrolling the list of orders', run: listBench, built: true },
  backlog: { title: 'Sending as the backlog grows to a million', run: () => backlogBench(), long: true },
  'import-million': { title: 'Reading a CSV file of a million rows', run: importMillionBench, long: true },
  history: { title: 'Search and history among a million', run: historyBench, long: true },
};
