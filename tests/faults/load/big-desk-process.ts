import { writeSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { createNodePorts } from '../../../electron/host/node-ports.ts';
import { openBackend } from '../../../electron/services/backend.ts';
import { percentile } from '../../bench/measure.ts';

/** Opens the whole app on a large data folder and asks what a person asks first. Prints what it took, in ms. */
const { dataDir, waybills, times } = JSON.parse(process.argv[2] ?? '') as BigDeskPlan;
export type BigDeskPlan = { readonly dataDir: string; readonly waybills: readonly string[]; readonly times: number };
export type BigDeskFigures = {
  /** From the start of the process. */
  readonly readyMs: number;
  readonly firstPageMs: number;
  readonly pageP95Ms: number;
  readonly searchP95Ms: number;
  readonly found: number;
};

const opened = await openBackend(
  createNodePorts({
    dataDir,
    features: { host: 'cli', printing: false, updates: false, ownWindow: false },
    entry: import.meta.filename,
    machine: { platform: process.platform, env: {}, home: dataDir },
  }),
);
if (!opened.ok) throw new Error(opened.error.code);
const backend = opened.value;
const readyMs = performance.now();
const ask = async (name: string, input: unknown): Promise<{ readonly ms: number; readonly value: unknown }> => {
  const startedAt = performance.now();
  const answer = await backend.call({ name, input }, { role: 'admin', operator: 'judge' });
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return { ms: performance.now() - startedAt, value: answer.value };
};
const page = () => ask('outbox.list', { limit: 100 });
const firstPageMs = (await page()).ms;
const pages: number[] = [];
for (let n = 0; n < times; n += 1) pages.push((await page()).ms);
const searches: number[] = [];
let found = 0;
for (const search of waybills) {
  const { ms, value } = await ask('outbox.list', { search, limit: 100 });
  searches.push(ms);
  found += (value as { rows: readonly unknown[] }).rows.length > 0 ? 1 : 0;
}
const figures: BigDeskFigures = {
  ...{ readyMs, firstPageMs, found },
  ...{ pageP95Ms: percentile(pages, 95), searchP95Ms: percentile(searches, 95) },
};
writeSync(
  1,
  JSON.stringify(figures, (_, value: unknown) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value)),
);
await backend.close();
