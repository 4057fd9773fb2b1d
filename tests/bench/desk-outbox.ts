import { join } from 'node:path';
import { createAuditLog } from '../../electron/services/audit/audit-log.ts';
import { JOURNAL_FILE, openDatabase } from '../../electron/services/db/open.ts';
import { createEventHub } from '../../electron/services/events.ts';
import type { OutboxDeps } from '../../electron/services/outbox/core.ts';
import type { EnqueueInput } from '../../electron/services/outbox/insert-op.ts';
import { createPlatforms } from '../../electron/services/platforms/registry.ts';
import type { Clock, Log } from '../../electron/services/ports.ts';
import { createSettingsStore } from '../../electron/services/settings/settings-store.ts';
import { createAccounts } from '../../electron/services/shops/accounts.ts';
import { createShopStore } from '../../electron/services/shops/shop-store.ts';
import { createVault } from '../../electron/services/vault/vault.ts';

export const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
export const realClock: Clock = {
  now: Date.now,
  monotonic: () => performance.now(),
  at: (delayMs, task) => {
    const timer = setTimeout(task, delayMs);
    return () => clearTimeout(timer);
  },
};

/** The shop every bench sends for. */
export const BENCH_SHOP = 's';

/** Everything an outbox needs over a new data folder with one shop, as the app puts it together; no host, no page. */
export function openOutboxDeps(dataDir: string): OutboxDeps {
  const opened = openDatabase({ dataDir, nowMs: Date.now() });
  if (!opened.ok) throw new Error(opened.error.code);
  const { database, epoch } = opened.value;
  const shops = createShopStore(database);
  shops.insert({
    id: BENCH_SHOP,
    name: 'Bench',
    platform: 'wechat-channels',
    baseUrl: 'http://127.0.0.1:1',
    training: false,
    createdAtMs: 0,
  });
  const cipher = { name: 'none', available: false, seal: async () => new Uint8Array(), open: async () => '' };
  const platforms = createPlatforms({ clock: realClock, log: quiet, resolveProxy: async () => null });
  return {
    database,
    epoch,
    journalFile: join(dataDir, JOURNAL_FILE),
    clock: realClock,
    log: quiet,
    audit: createAuditLog(database),
    events: createEventHub(quiet),
    shops,
    accounts: createAccounts({ shops, vault: createVault({ database, cipher }), platforms }),
    settings: createSettingsStore(database),
  };
}

/** One package of one order, different for each number. */
export const packageInput = (index: number): EnqueueInput => ({
  shopId: BENCH_SHOP,
  carrierName: '中通快递',
  operator: 'bench',
  payload: {
    version: 1,
    kind: 'send',
    orderId: String(3_700_000_000_000_000_000n + BigInt(index)),
    whole: true,
    deliver: {
      type: 'courier',
      carrierCode: 'ZTO',
      carrierName: '中通快递',
      waybill: `7${String(index).padStart(13, '0')}`,
    },
    items: [{ productId: '10000108361213', skuId: '2368925324', quantity: 2 }],
  },
});
