import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createAuditLog } from '../../../electron/services/audit/audit-log.ts';
import { JOURNAL_FILE, openDatabase } from '../../../electron/services/db/open.ts';
import { createEventHub } from '../../../electron/services/events.ts';
import { createOutbox, type Outbox } from '../../../electron/services/outbox/outbox.ts';
import type { Platform } from '../../../electron/services/platforms/platform.ts';
import { createSettingsStore } from '../../../electron/services/settings/settings-store.ts';
import { createShopStore } from '../../../electron/services/shops/shop-store.ts';
import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import { DAY_MS } from '../../../shared/kernel/time.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { startTraining } from '../../support/training.ts';
import { rememberingLog } from '../../unit/platforms/quiet-deps.ts';
import { CONTESTANTS } from './contestants.ts';
import { createSkippingClock } from './skipping-clock.ts';

/** The real outbox with a real client before the practice platform, which takes a shipment again whenever asked to. */
export async function openConformanceDesk(
  id: PlatformId,
  options: { readonly shops: readonly string[]; readonly seed: number; readonly guard?: (real: Platform) => Platform },
) {
  const contestant = CONTESTANTS[id];
  const clock = createSkippingClock();
  const { now, at } = clock;
  const training = await startTraining({ orders: 0, seed: options.seed, takesRepeats: true, now, at });
  await contestant.prepare?.(training);
  const dataDir = mkdtempSync(join(tmpdir(), 'dispatch-desk-conformance-'));
  const opened = openDatabase({ dataDir, nowMs: now() });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { database, epoch } = opened.value;
  const practice = (await training.desk.shops()).find(({ key }) => key === contestant.shop);
  if (practice === undefined) throw new Error(`no practice shop ${contestant.shop}`);
  const { baseUrl, credentials } = practice;
  const shops = createShopStore(database);
  for (const shop of options.shops)
    shops.insert({ id: shop, name: shop, platform: id, baseUrl, training: false, createdAtMs: 1 });
  const settings = createSettingsStore(database);
  settings.set('outbox.callTimeoutMs', CALL_TIMEOUT_MS);
  const real = contestant.create({ clock });
  const platform = options.guard?.(real) ?? real;
  const log = rememberingLog();
  const slots = createSlots(CALLS_AT_ONCE);
  const outbox = createOutbox({
    database,
    epoch,
    journalFile: join(dataDir, JOURNAL_FILE),
    clock,
    log,
    audit: createAuditLog(database),
    events: createEventHub(log),
    shops,
    settings,
    accounts: {
      use: (shopId, task) => slots.take(async () => ok(await task(platform, { shopId, baseUrl, credentials }))),
      platformOf: () => platform,
    },
    random: () => 0.5,
  });
  return {
    clock,
    training,
    outbox,
    log,
    contestant,
    platform,
    drain: () => drainSkipping(outbox, clock.skip, slots.anyTaken),
    /** Lets time pass in which nobody saves anything. */
    pass: (ms: number) => {
      let passed = false;
      clock.at(ms, () => {
        passed = true;
      });
      while (!passed) clock.skip();
    },
    close: async () => {
      await outbox.stop();
      outbox.close();
      database.close();
      rmSync(dataDir, { recursive: true, force: true });
      await training.stop();
    },
  };
}
export type ConformanceDesk = Awaited<ReturnType<typeof openConformanceDesk>>;

/** Real time: long enough that a busy machine answers within it. */
const CALL_TIMEOUT_MS = 4_000;
/** Few enough that no call waits long for the machine, which its limit would take for a silent platform. */
const CALLS_AT_ONCE = 8;

/** Lets so many tasks run at once; the others wait their turn. */
function createSlots(most: number) {
  const waiting: (() => void)[] = [];
  let taken = 0;
  return {
    anyTaken: (): boolean => taken > 0,
    take: async <Value>(task: () => Promise<Value>): Promise<Value> => {
      if (taken >= most) await new Promise<void>((resolve) => waiting.push(resolve));
      else taken += 1;
      try {
        return await task();
      } finally {
        const next = waiting.shift();
        if (next === undefined) taken -= 1;
        else next();
      }
    },
  };
}

/** Lets the outbox work until nothing happens without a person; the waits in between take no time. */
async function drainSkipping(outbox: Outbox, skip: () => boolean, calling: () => boolean): Promise<void> {
  let done = false;
  const drained = outbox.drain({ untilIdle: true, timeoutMs: DAY_MS }).finally(() => {
    done = true;
  });
  while (!done) {
    for (let turn = 0; turn < TURNS; turn += 1) await new Promise((resolve) => setImmediate(resolve));
    if (calling()) await new Promise((resolve) => setTimeout(resolve, 1));
    else if (!done) skip();
  }
  if ((await drained).timedOut) throw new Error('the outbox did not come to rest');
}

/** Turns of the event loop in which what is under way gets its say before time is left out. */
const TURNS = 4;
