import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrations } from '../../../electron/services/db/migrations/index.ts';
import { openDatabase } from '../../../electron/services/db/open.ts';
import { openOrRescue } from '../../../electron/services/recovery/open-or-rescue.ts';
import { seeded } from '../../outbox/simulation.ts';
import { mountSmallVolume } from '../disk/small-volume.ts';
import { none, type FaultCheck, type FaultStage } from '../fault-stage.ts';
import { buildPlatter } from '../power/forgetful-disk.ts';
import { createInterrupter, type Death, type UpgradeProtection } from './interrupted-upgrade.ts';
import { harmOf, readContents } from './contents.ts';
import { makeOldDesk, type OldDesk } from './old-desk.ts';

/** One death for every so many points, begun at a place the seed draws; 1 is every point there is. */
const STRIDES = {
  quick: { statement: 16, disk: 60, power: 90, versions: 2 },
  full: { statement: 1, disk: 6, power: 12, versions: migrations.length - 1 },
};
const FULL_DISKS = { quick: 3, full: 12 };

/** X14: a folder of every older version is upgraded, and the process dies at every point of it. */
export const interruptedUpgrades: FaultStage = {
  id: 'X14',
  title: 'killed, powered off and out of room while upgrading; older apps on newer folders',
  run: async ({ tier, seed, tell }) => {
    const folder = mkdtempSync(join(tmpdir(), 'dispatch-desk-upgrade-'));
    const { versions, ...strides } = STRIDES[tier];
    try {
      const desks = Array.from({ length: versions }, (_, n) => makeOldDesk(folder, n + 1));
      const random = seeded(seed);
      const deaths = { statement: 0, disk: 0, power: 0 };
      const harm: string[] = [];
      for (const desk of desks) {
        for (const at of ['statement', 'disk', 'power'] as const) {
          const found = killEverywhere({ folder, desk, at, stride: strides[at], random });
          deaths[at] += found.deaths;
          harm.push(...found.harm);
        }
        tell(`from version ${desk.version}: ${JSON.stringify(deaths)}, harm ${JSON.stringify(harm)}`);
      }
      const full = fillWhileUpgrading(desks, FULL_DISKS[tier]);
      const refused = olderApps(folder, [...desks, makeOldDesk(folder, migrations.length)]);
      return {
        counts:
          `${desks.length} versions, killed before ${deaths.statement} statements and ${deaths.disk} changes of the disk, ` +
          `${deaths.power} power cuts, ${full.counts}, ${refused.tried} older apps`,
        checks: [
          none('folders that lost something or did not open', harm.length),
          { name: 'processes died', passed: deaths.statement > 0 && deaths.disk > 0 && deaths.power > 0 },
          ...full.checks,
          none('older apps that opened or touched a newer folder', refused.harmed),
        ],
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  teeth: {
    without: 'one transaction',
    run: async ({ seed }) => {
      const folder = mkdtempSync(join(tmpdir(), 'dispatch-desk-upgrade-'));
      try {
        const at = { folder, desk: makeOldDesk(folder, 1), at: 'statement', stride: 12, random: seeded(seed) } as const;
        const { deaths, harm } = killEverywhere({ ...at, without: 'one-transaction' });
        return {
          counts: `${deaths} kills`,
          checks: [none('folders that lost something or did not open', harm.length)],
        };
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
  },
};

type Killing = {
  readonly folder: string;
  readonly desk: OldDesk;
  readonly at: Death['at'];
  readonly stride: number;
  readonly random: () => number;
  readonly without?: UpgradeProtection;
};

/** Kills an upgrade at one point after the other until it outlives them all. */
export function killEverywhere({ folder, desk, at, stride, random, without }: Killing) {
  const { interrupt } = createInterrupter({ folder, platter: at === 'statement' ? null : buildPlatter() });
  const harm: string[] = [];
  let deaths = 0;
  for (let nth = 1 + Math.floor(random() * stride); ; nth += stride) {
    const found = interrupt(desk, { at, nth }, without ?? null);
    harm.push(...found.harm.map((what) => `v${desk.version}, ${at} ${nth}: ${what}`));
    if (!found.died) return { deaths, harm };
    deaths += 1;
  }
}

const VOLUME_MB = 8;
const STEP_BYTES = 48 * 1024;

/** The disk fills up at different places of the copy and of the upgrade; then there is room again. */
function fillWhileUpgrading(
  desks: readonly OldDesk[],
  times: number,
): { counts: string; checks: readonly FaultCheck[] } {
  const volume = mountSmallVolume(VOLUME_MB);
  if (volume === null)
    return { counts: 'no full disks', checks: [{ name: 'this user may mount a tmpfs', passed: false }] };
  let full = 0;
  const harm: string[] = [];
  try {
    for (let n = 0; n < times; n += 1) {
      const desk = desks[n % desks.length] as OldDesk;
      const dataDir = join(volume.folder, `desk-${n}`);
      cpSync(desk.closed, dataDir, { recursive: true });
      const before = readContents(desk.closed);
      volume.fill(n * STEP_BYTES);
      const tried = openOrRescue({ dataDir, nowMs: Date.now(), newestSaved: null });
      if (tried.ok) tried.value.database.close();
      else if (tried.error.code === 'disk-full') full += 1;
      else harm.push(tried.error.code);
      volume.free();
      const again = openOrRescue({ dataDir, nowMs: Date.now(), newestSaved: null });
      if (again.ok) again.value.database.close();
      harm.push(...(again.ok ? harmOf({ dataDir, version: desk.version, before }) : [again.error.code]));
      rmSync(dataDir, { recursive: true });
    }
  } finally {
    volume.remove();
  }
  return {
    counts: `${full} of ${times} times out of room`,
    checks: [
      none(`harmed by a full disk (${harm.join(', ')})`, harm.length),
      { name: `told as a full disk: ${full}`, passed: full > 0 },
    ],
  };
}

/** Every older app opens the folder of every newer one, left closed and left by a crash: it must refuse and touch nothing. */
function olderApps(folder: string, desks: readonly OldDesk[]): { tried: number; harmed: number } {
  let tried = 0;
  let harmed = 0;
  for (const desk of desks)
    for (const from of [desk.closed, desk.crashed])
      for (let version = 1; version < desk.version; version += 1) {
        tried += 1;
        if (!refuses(join(folder, `older-${tried}`), from, version)) harmed += 1;
      }
  return { tried, harmed };
}

function refuses(dataDir: string, from: string, version: number): boolean {
  cpSync(from, dataDir, { recursive: true });
  const before = bytesOf(dataDir);
  const opened = openDatabase({ dataDir, nowMs: Date.now(), migrations: migrations.slice(0, version) });
  if (opened.ok) opened.value.database.close();
  return !opened.ok && opened.error.code === 'database-newer' && bytesOf(dataDir) === before;
}

const bytesOf = (dataDir: string): string =>
  readdirSync(dataDir)
    .toSorted()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(dataDir, name)))
          .digest('hex')}`,
    )
    .join('\n');
