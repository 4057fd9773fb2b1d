import { atMost, type FaultCheck, type FaultFigure, type FaultStage, none } from '../fault-stage.ts';
import type { LoadFigures } from './load-process.ts';
import { bareFlush } from './bare-flush.ts';
import { busiestSecond, type LoadReport, runLoad } from './load-trial.ts';

/** vv-tool's page allows ten calls a second; the others name no such limit. */
const VV_LIMIT = 10;
const VV_PATH = '/tool/';

/** A package that is saved and sent makes the database flush three times. */
const FLUSH_EVERY_MS = 15;
const inMs = (ms: number): string => `${tenths(ms)} ms`;

/** L1: packages saved at a packer's fastest pace while everything is being sent. */
export const scansAtPace: FaultStage = {
  id: 'L1',
  alone: true,
  title: '20 packages a second saved while the desk sends',
  run: async ({ tier, seed }) => {
    const report = await runLoad({ count: tier === 'quick' ? 200 : 12_000, everyMs: 50, seed });
    const bare = await bareFlush(tier === 'quick' ? 200 : 3_000, FLUSH_EVERY_MS);
    const disk = `the disk alone, a flush every ${FLUSH_EVERY_MS} ms: p99 ${inMs(bare.p99)}, most ${inMs(bare.most)}`;
    return { counts: `${countsOf(report)}; ${disk}`, checks: judged(report), figures: ackFigures(report.figures) };
  },
};

/** L7: an hour of packing. Memory, open files and the log must not grow, and the loop must stay free. */
export const longPacking: FaultStage = {
  id: 'L7',
  alone: true,
  title: 'an hour of packing at five packages a second',
  run: async ({ tier, seed }) => {
    const report = await runLoad({ count: tier === 'quick' ? 150 : 18_000, everyMs: 200, seed });
    const { samples, loopMs } = report.figures;
    const warm = samples.slice(Math.floor(samples.length / 5));
    const most = (of: (sample: (typeof samples)[number]) => number): number => Math.max(...warm.map(of));
    const least = (of: (sample: (typeof samples)[number]) => number): number => Math.min(...warm.map(of));
    return {
      counts: `${countsOf(report)}, ${Math.round(report.figures.packedMs / 60_000)} minutes`,
      checks: judged(report),
      figures: [
        atMost('memory of the process grows in ten minutes by', tenths(slopeMb(warm)), 1, 'MB'),
        atMost(
          'memory in use after a collection grows in ten minutes by',
          tenths(liveSlopeMb(report.figures)),
          1,
          'MB',
        ),
        atMost('open files, most less fewest', most(({ files }) => files) - least(({ files }) => files), 12, 'files'),
        atMost(
          'write-ahead log',
          most(({ walMb }) => walMb),
          64,
          'MB',
        ),
        atMost('event loop held up, p99', loopMs.p99, 50, 'ms'),
        ...ackFigures(report.figures),
      ],
    };
  },
};

/** L4: everything packed while nothing could be reached leaves afterwards, inside every limit, each order's own in order. */
export const drainAfterOutage: FaultStage = {
  id: 'L4',
  alone: true,
  title: 'drain over five platforms after an outage',
  run: async ({ tier, seed }) => {
    const count = tier === 'quick' ? 400 : 20_000;
    const report = await runLoad({ count, everyMs: 0, seed, outageMs: tier === 'quick' ? 3_000 : 30_000 });
    const { work, figures } = report;
    const platforms = work.shops.map(({ id }) => `${id} ${busiestOf(report, id)}`);
    const seconds = figures.drainedMs / 1_000;
    return {
      counts: `${countsOf(report)}, drained in ${Math.round(seconds)} s, ${Math.round(count / seconds)} a second; most sends in one second: ${platforms.join(', ')}`,
      checks: [...judged(report), paceOfVv(report), { name: 'drained in time', passed: !figures.timedOut }],
    };
  },
  teeth: {
    without: 'pace',
    run: async ({ seed }) => {
      const report = await runLoad({ count: 80, everyMs: 0, seed, outageMs: 1_000, only: 'taobao', without: 'pace' });
      return { counts: countsOf(report), checks: [paceOfVv(report)] };
    },
  },
};

function paceOfVv({ ledger }: LoadReport): FaultCheck {
  const most = busiestSecond(ledger, (entry) => 'path' in entry && entry.path.includes(VV_PATH));
  return {
    name: `vv-tool, most calls in any second: ${most}, limit ${VV_LIMIT}`,
    passed: most > 0 && most <= VV_LIMIT,
  };
}

/** A shop's sends are told apart by their orders. */
function busiestOf({ ledger, work }: LoadReport, shopId: string): number {
  const orders = new Set(work.packages.filter((each) => each.shopId === shopId).map(({ payload }) => payload.orderId));
  return busiestSecond(
    ledger,
    (entry) => entry.kind === 'request' && entry.call === 'send' && orders.has(entry.orderId),
  );
}

const countsOf = ({ acknowledged, figures }: LoadReport): string =>
  `${acknowledged} packages saved, drained in ${Math.round(figures.drainedMs / 1_000)} s`;

const judged = ({ verdict, end, acknowledged, work }: LoadReport): readonly FaultCheck[] => [
  none('not saved', work.packages.length - acknowledged),
  none('lost', verdict.lost),
  none('doubled', verdict.doubled),
  none('called shipped and not shipped', verdict.falselyShipped),
  none('stuck', verdict.stuck),
  { name: 'the books balance', passed: end.conservation.balanced },
];

const ackFigures = ({ ackMs }: LoadFigures): readonly FaultFigure[] => [
  atMost('due to saved, p99', ackMs.p99, 50, 'ms'),
  atMost('due to saved, most', ackMs.most, 250, 'ms'),
];

const tenths = (value: number): number => Math.round(value * 10) / 10;
const TEN_MINUTES_MS = 600_000;

/** Growth in MB in ten minutes of what is still in use after a collection, from a fifth of the way to the end of packing. */
const liveSlopeMb = ({ liveMb, packedMs }: LoadFigures): number =>
  ((liveMb.end - liveMb.warm) / (packedMs * 0.8)) * TEN_MINUTES_MS;

/** Growth of memory in MB in ten minutes, by least squares. */
function slopeMb(samples: LoadFigures['samples']): number {
  const mean = (of: (sample: LoadFigures['samples'][number]) => number): number =>
    samples.reduce((sum, sample) => sum + of(sample), 0) / samples.length;
  const [at, rss] = [mean(({ atMs }) => atMs), mean(({ rssMb }) => rssMb)];
  const [up, across] = samples.reduce(
    ([one, other], { atMs, rssMb }) => [one + (atMs - at) * (rssMb - rss), other + (atMs - at) ** 2],
    [0, 0],
  );
  return across === 0 ? 0 : (up / across) * TEN_MINUTES_MS;
}
