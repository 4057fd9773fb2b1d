import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { none, type FaultStage } from '../fault-stage.ts';
import { percentile } from '../../bench/measure.ts';
import { type LoadReport, runLoad } from './load-trial.ts';

/** The account that dies; its work is as large as each other one's share. */
const DEAD = 'mini';
const ROUNDS = { quick: 1, full: 3 };
/** The dead account never comes to rest; the others have so many times as long as they take without it. */
const PATIENCE = 3;
const LEAST_DRAIN_MS = 15_000;
const DRAIN_MS = { quick: 30_000, full: 180_000 };
const COUNT = { quick: 300, full: 3_000 };

/** L5: one account gets nothing but errors; the others must not feel it. */
export const oneDeadAccount: FaultStage = {
  id: 'L5',
  alone: true,
  title: 'one account answers with errors only, the others keep their pace',
  run: async ({ tier, seed, tell }) => {
    const dead = await deadPlatform();
    const ratios: number[] = [];
    const sum = { lost: 0, doubled: 0, falselyShipped: 0, alive: 0, sent: 0 };
    try {
      for (let round = 0; round < ROUNDS[tier]; round += 1) {
        const load = { count: COUNT[tier], everyMs: 0, seed: seed + round, drainMs: DRAIN_MS[tier] };
        const alone = await runLoad(load);
        const beside = await runLoad({
          ...load,
          drainMs: Math.min(load.drainMs, LEAST_DRAIN_MS + PATIENCE * alone.figures.drainedMs),
          route: (shop) => (shop.id === DEAD ? { ...shop, baseUrl: dead.baseUrl } : shop),
        });
        ratios.push(paceOfOthers(beside) / paceOfOthers(alone));
        const alive = othersOf(beside);
        sum.alive += alive.length;
        sum.sent += alive.filter(({ payload }) => appliedAt(beside, payload.orderId) !== null).length;
        for (const key of ['lost', 'doubled', 'falselyShipped'] as const) sum[key] += beside.verdict[key];
        tell(`round ${round + 1}: ${JSON.stringify({ ratio: ratios.at(-1), calls: dead.calls() })}`);
      }
    } finally {
      dead.close();
    }
    const median = Math.round(percentile(ratios, 50) * 1_000) / 10;
    return {
      counts: `${ratios.length} rounds of ${COUNT[tier]} packages, ${dead.calls()} calls of the dead account`,
      checks: [
        none('of the living accounts not sent', sum.alive - sum.sent),
        none('doubled', sum.doubled),
        none('called shipped and not shipped', sum.falselyShipped),
        { name: 'the dead account was tried', passed: dead.calls() > 0 },
      ],
      figures: [
        {
          name: 'pace of the others, of what it is without',
          value: `${median} %`,
          target: 'at least 95 %',
          isMet: median >= 95,
        },
      ],
    };
  },
};

const othersOf = ({ work }: LoadReport) => work.packages.filter(({ shopId }) => shopId !== DEAD && shopId !== SLOWEST);
/** Bound to eight calls a second whatever happens, so its pace says nothing. */
const SLOWEST = 'taobao';

function appliedAt({ ledger }: LoadReport, orderId: string): number | null {
  return ledger.find((entry) => entry.kind === 'applied' && entry.orderId === orderId)?.at ?? null;
}

/** Shipments a second of the other accounts, from the first request to their last shipment. */
function paceOfOthers(report: LoadReport): number {
  const orders = new Set(othersOf(report).map(({ payload }) => payload.orderId));
  const times = report.ledger.flatMap((entry) =>
    entry.kind === 'applied' && orders.has(entry.orderId) ? [entry.at] : [],
  );
  const first = report.ledger.find((entry) => entry.kind === 'request')?.at ?? 0;
  return times.length / Math.max(1, (times.at(-1) ?? 0) - first);
}

/** Takes every call and answers it with a page of an error. */
async function deadPlatform() {
  let calls = 0;
  const server = createServer((request, response) => {
    calls += 1;
    request.resume();
    request.on('end', () => response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>500</h1>'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}`, calls: () => calls, close: () => server.close() };
}
