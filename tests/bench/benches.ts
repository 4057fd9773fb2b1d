import { deskBench } from './desk-bench.ts';
import { enqueueBench } from './enqueue-bench.ts';
import { exportBench } from './export-bench.ts';
import { exactnessBench } from './exactness-bench.ts';
import { historyBench } from './history-bench.ts';
import type { Bench } from './report.ts';

/** What `npm run bench -- NAME…` can name; without a name all but the long ones run. */
export const BENCHES: Readonly<Record<string, Bench>> = {
  enqueue: { title: 'Durable enqueue', run: enqueueBench },
  exactness: { title: 'Exact ids and carriers', run: exactnessBench },
  export: { title: 'Export', run: exportBench },
  desk: { title: 'At the bench', run: deskBench },
  history: { title: 'Search and history among a million', run: historyBench, long: true },
};
