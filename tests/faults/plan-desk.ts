import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { createNodeCipher } from '../../electron/host/cipher/node-cipher.ts';
import { createNodeClock } from '../../electron/host/node-clock.ts';
import { createAuditLog } from '../../electron/services/audit/audit-log.ts';
import { JOURNAL_FILE, openDatabase } from '../../electron/services/db/open.ts';
import { createEventHub } from '../../electron/services/events.ts';
import { createOutbox } from '../../electron/services/outbox/outbox.ts';
import { createPlatforms } from '../../electron/services/platforms/registry.ts';
import { createSettingsStore } from '../../electron/services/settings/settings-store.ts';
import { createAccounts } from '../../electron/services/shops/accounts.ts';
import { createShopStore } from '../../electron/services/shops/shop-store.ts';
import { createVault } from '../../electron/services/vault/vault.ts';
import { DUE_SQL } from '../../electron/services/outbox/store/due-ops.ts';
import type { Platform, SendOutcome } from '../../electron/services/platforms/platform.ts';
import type { Clock } from '../../electron/services/ports.ts';
import type { DeskPlan } from './desk-plan.ts';

/** The parts of the app a plan asks for, on its folder: the real database, outbox, vault and platform clients. Ends the process where the folder is refused. */
export async function openPlanDesk(plan: DeskPlan, say: (line: Readonly<Record<string, unknown>>) => void) {
  const clock = offClock(createNodeClock(), plan);
  const quiet = { info: () => undefined, warn: () => undefined, error: (event: string) => say({ error: event }) };
  const opened = openDatabase({ dataDir: plan.dataDir, nowMs: clock.now() });
  if (!opened.ok) {
    say({ refused: opened.error.code });
    process.exit(3);
  }
  const { database, epoch } = opened.value;
  if (plan.without === 'doubt')
    database.exec("UPDATE op_state SET state = 'ready', not_before_ms = 0 WHERE state = 'sending'");
  if (plan.without === 'lanes')
    Object.assign(DUE_SQL, { toSend: DUE_SQL.toSend.replace(/NOT EXISTS \([^]*\)\)/, '1') });
  if (plan.without === 'lock') unlock(database);
  if (plan.without === 'flush') database.pragma('synchronous = NORMAL');

  const shops = createShopStore(database);
  const vault = createVault({ database, cipher: createNodeCipher(plan.dataDir, {}) });
  const settings = createSettingsStore(database);
  for (const { id, platform, baseUrl, credentials } of plan.shops) {
    if (shops.get(id) !== null) continue;
    shops.insert({ id, name: id, platform, baseUrl, training: true, createdAtMs: clock.now() });
    await vault.put(id, credentials, clock.now());
  }
  for (const [key, value] of Object.entries(plan.settings)) settings.set(key, value);
  const platformClock = plan.without === 'pace' ? hurried(clock) : clock;
  const real = createPlatforms({ clock: platformClock, log: quiet, resolveProxy: async () => null });
  const platforms = plan.without === 'unsure' ? new Map([...real].map(([id, each]) => [id, careless(each)])) : real;
  const outbox = createOutbox({
    database,
    epoch,
    journalFile: join(plan.dataDir, JOURNAL_FILE),
    clock,
    log: quiet,
    audit: createAuditLog(database),
    events: createEventHub(quiet),
    shops,
    accounts: createAccounts({ shops, vault, platforms }),
    settings,
  });
  return { outbox, database, clock };
}

/** An exclusive lock taken before the write-ahead log cannot be given back while there is one. */
function unlock(database: Database): void {
  database.pragma('journal_mode = DELETE');
  database.pragma('locking_mode = NORMAL');
  database.prepare('SELECT count(*) FROM epoch').get();
}

const FASTER = 100;

/** A second of it is over in ten milliseconds; the time of day stays right. */
const hurried = (clock: Clock): Clock => ({
  ...clock,
  monotonic: () => clock.monotonic() * FASTER,
  at: (delayMs, task) => clock.at(delayMs / FASTER, task),
});

/** A platform whose silence is taken for a no, as common clients take it. */
const careless = (platform: Platform): Platform => ({
  ...platform,
  send: async (...of) => asNotSent(await platform.send(...of)),
});

const asNotSent = (outcome: SendOutcome): SendOutcome =>
  outcome.verdict.kind === 'ambiguous'
    ? { ...outcome, phase: 'none', verdict: { kind: 'not-sent', reason: 'careless' } }
    : outcome;

/** The wall clock as the plan has it; what measures durations stays right, as on a real machine. */
function offClock(right: Clock, plan: DeskPlan): Clock {
  const off = plan.clock;
  if (off === undefined) return right;
  const startedAt = right.monotonic();
  const jumped = (): number => (right.monotonic() - startedAt > off.afterMs ? off.jumpMs : 0);
  return { ...right, now: () => right.now() + off.byMs + jumped() };
}
