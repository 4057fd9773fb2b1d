import type { Client } from '../../shared/contract/define.ts';
import type { AppContract } from '../../shared/contract/index.ts';
import type { Backend } from '../services/backend.ts';

const BAR_WIDTH = 30;
const CLEAR_LINE = '\r\u001B[K';

/** Draws the progress of whatever job runs, on one line; returns how to wipe it away. */
export function showProgress(
  { events }: Pick<Backend, 'events'>,
  { orders }: Pick<Client<AppContract>, 'orders'>,
  write: (text: string) => void,
): () => void {
  const draw = async (id: string): Promise<void> => {
    const job = await orders.job({ id });
    if (!job.ok || job.value.state !== 'running') return;
    const { done, total } = job.value;
    write(`${CLEAR_LINE}${total === null || total === 0 ? String(done) : `${bar(done / total)} ${done}/${total}`}`);
  };
  const stop = events.subscribe(({ name, ids }) => {
    if (name === 'jobs.changed' && ids[0] !== undefined) void draw(ids[0]);
  });
  return () => {
    stop();
    write(CLEAR_LINE);
  };
}

const bar = (share: number): string => {
  const full = Math.round(Math.min(1, share) * BAR_WIDTH);
  return `[${'='.repeat(full)}${' '.repeat(BAR_WIDTH - full)}]`;
};
