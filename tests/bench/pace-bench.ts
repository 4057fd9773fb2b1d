import Bottleneck from 'bottleneck';
import PQueue from 'p-queue';
import { createMemoryRateLog } from '../../electron/services/platforms/rate-limit/rate-log-store.ts';
import { createRateLimiter } from '../../electron/services/platforms/rate-limit/rate-limiter.ts';
import { quiet, realClock } from './desk-outbox.ts';
import { now } from './measure.ts';
import { HTTP_CLIENTS, type HttpClient, startLatencyServer } from './peers/http-clients.ts';
import type { Report } from './report.ts';

const CALLS = 70;
const LIMIT = 10;
/** Answers take this long, and up to as much again by chance. */
const LATENCY_MS = 50;

type Run = <Value>(call: () => Promise<Value>) => Promise<unknown>;

/** Ten calls a second, as the server counts them: what usual limiters let through, and what keeping it costs in time. */
export async function paceBench(calls: number = CALLS): Promise<Report> {
  const server = await startLatencyServer();
  const client: HttpClient = HTTP_CLIENTS['the app, a socket for each call'] ?? (async () => undefined);
  const idealMs = (Math.ceil(calls / LIMIT) - 1) * 1_000;
  const found: { name: string; worst: number; ratio: number }[] = [];
  try {
    for (const [name, open] of Object.entries(LIMITERS)) {
      const run = open();
      await server.worst();
      const startedAt = now();
      const waits = Array.from({ length: calls }, (_, index) => LATENCY_MS + ((index * 37) % LATENCY_MS));
      await Promise.all(waits.map((ms) => run(() => client(server.url(ms)))));
      found.push({ name, worst: await server.worst(), ratio: (now() - startedAt - LATENCY_MS) / idealMs });
    }
  } finally {
    server.stop();
  }
  const [app] = found;
  if (app === undefined) throw new Error('The app was not measured');
  return {
    figures: found.map(({ name, worst, ratio }) => ({
      name,
      value: `${worst} calls in the busiest second, ${ratio.toFixed(2)} of the ideal time`,
      note: worst > LIMIT ? 'BREAKS THE LIMIT' : 'keeps the limit',
    })),
    answers: [
      {
        row: 10,
        measured: `${app.worst}; ${app.ratio.toFixed(2)} (${calls} calls)`,
        met: app.worst <= LIMIT && app.ratio <= 1.03,
      },
    ],
    charts: [
      {
        name: 'worst',
        title: `Limit of ${LIMIT} calls a second: the busiest second the server saw`,
        axis: 'calls',
        kind: 'bars',
        categories: found.map(({ name }) => name),
        series: [{ name: 'calls', values: found.map(({ worst }) => worst) }],
      },
    ],
  };
}

const LIMITERS: Readonly<Record<string, () => Run>> = {
  'the app': () => {
    const store = createMemoryRateLog();
    const limiter = createRateLimiter({
      clock: realClock,
      log: quiet,
      store,
      perSecond: LIMIT,
      limitPerSecond: LIMIT,
    });
    return (call) => limiter.run('account', call);
  },
  'p-queue, intervalCap': () => {
    const queue = new PQueue({ intervalCap: LIMIT, interval: 1_000 });
    return (call) => queue.add(call);
  },
  'p-queue, strict': () => {
    const queue = new PQueue({ intervalCap: LIMIT, interval: 1_000, strict: true });
    return (call) => queue.add(call);
  },
  'bottleneck, reservoir': () => {
    const limiter = new Bottleneck({
      reservoir: LIMIT,
      reservoirRefreshAmount: LIMIT,
      reservoirRefreshInterval: 1_000,
    });
    return (call) => limiter.schedule(call);
  },
  'bottleneck, minTime': () => {
    const limiter = new Bottleneck({ minTime: 1_000 / LIMIT });
    return (call) => limiter.schedule(call);
  },
};
