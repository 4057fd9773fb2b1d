import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createNodePorts } from '../../../electron/host/node-ports.ts';
import { openBackend } from '../../../electron/services/backend.ts';
import { DATABASE_FILE } from '../../../electron/services/db/open.ts';
import { VerifyReportSchema } from '../../../shared/contract/system.ts';
import { RecoveryReportSchema } from '../../../shared/contract/care.ts';
import { damageKinds } from './damage-kinds.ts';
import { copyOf, type Held, holdsBytes, readHeld, sha256, type SoundDesk, soundDesk } from './damaged-desk.ts';

/** What became of a number of damaged desks. All but `files`, `told` and `unharmed` must be nought. */
export type DamageVerdict = {
  files: number;
  /** Recovered by itself, with a report. */
  told: number;
  /** The damage touched nothing that counts: everything reads as it was. */
  unharmed: number;
  /** Acknowledged packages that are gone, or whose bytes differ without any check minding it. */
  lost: number;
  /** Shipped packages that would be sent once more. */
  resent: number;
  /** Desks that differ from what they were, and nothing says so. */
  silent: number;
  /** Damaged files that are nowhere any more. */
  deleted: number;
  /** Desks that did not open. */
  closed: number;
};

/** Damages `count` copies of a desk, all kinds in turn, every fourth without a backup, and opens each with the real app. */
export async function strikeDesks(count: number, random: () => number): Promise<DamageVerdict> {
  const verdict = { files: 0, told: 0, unharmed: 0, lost: 0, resent: 0, silent: 0, deleted: 0, closed: 0 };
  const folder = mkdtempSync(join(tmpdir(), 'dispatch-desk-sound-'));
  try {
    const desk = await soundDesk(folder);
    for (let n = 0; n < count; n += 1) await strikeOne(desk, n, random, verdict);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return verdict;
}

async function strikeOne(desk: SoundDesk, n: number, random: () => number, verdict: DamageVerdict): Promise<void> {
  const kind = damageKinds[n % damageKinds.length] as (typeof damageKinds)[number];
  const dataDir = copyOf(desk, kind.desk, String(n), n % 4 !== 3);
  try {
    kind.strike(dataDir, random);
    const file = join(dataDir, DATABASE_FILE);
    const damaged = existsSync(file) && kind.desk === 'closed' ? sha256(readFileSync(file)) : null;
    const seen = await lookAt(dataDir);
    verdict.files += 1;
    if (seen === null) {
      verdict.closed += 1;
      return;
    }
    const held = readHeld(dataDir);
    const lost = lostOf(desk, held, seen.sound);
    const differs = lost > 0 || [...desk.shipped].some((id) => held.get(id)?.state !== 'shipped');
    verdict.lost += lost;
    verdict.resent += [...desk.shipped].filter((id) => isSendable(held, id)).length;
    verdict.told += seen.told ? 1 : 0;
    verdict.unharmed += seen.told ? 0 : 1;
    verdict.silent += differs && !seen.told && seen.sound ? 1 : 0;
    verdict.deleted += seen.told && damaged !== null && !holdsBytes(dataDir, damaged) ? 1 : 0;
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/**
 * Gone, or with other bytes than were acknowledged while the full check finds everything in order. A package that stands
 * there byte for byte under a damaged id is not gone where the check says that something is wrong.
 */
function lostOf(desk: SoundDesk, held: Held, sound: boolean): number {
  const there = new Set([...held.values()].map(({ bytes }) => bytes));
  return [...desk.acknowledged].filter(([id, bytes]) => {
    const op = held.get(id);
    return op === undefined ? sound || !there.has(bytes) : sound && op.bytes !== bytes;
  }).length;
}

const isSendable = (held: Held, id: string): boolean =>
  ['ready', 'wait', 'sending'].includes(held.get(id)?.state ?? '');

/** Opens the app as the command line does, which sends nothing by itself; null where it does not open. */
async function lookAt(dataDir: string): Promise<{ readonly told: boolean; readonly sound: boolean } | null> {
  const opened = await openBackend(
    createNodePorts({
      dataDir,
      features: { host: 'cli', printing: false, updates: false, ownWindow: false },
      entry: import.meta.filename,
      machine: { platform: process.platform, env: {}, home: dataDir },
    }),
  );
  if (!opened.ok) return null;
  const ask = async (name: string): Promise<unknown> => {
    const answer = await opened.value.call({ name, input: {} }, { role: 'admin', operator: 'judge' });
    return answer.ok ? answer.value : null;
  };
  const { report } = (await ask('care.recovery')) as { report: unknown };
  const verified = VerifyReportSchema.safeParse(await ask('system.verify'));
  await opened.value.close();
  const { integrity, payloads, journal, conservation } = verified.data ?? {};
  const sound = integrity?.ok === true && payloads?.damaged === 0 && journal?.missingOps === 0;
  return { told: RecoveryReportSchema.safeParse(report).success, sound: sound && conservation?.balanced === true };
}
