import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { createAuditLog } from '../../electron/services/audit/audit-log.ts';
import { JOURNAL_FILE, openDatabase } from '../../electron/services/db/open.ts';
import { createEventHub } from '../../electron/services/events.ts';
import { createOutbox, type Outbox } from '../../electron/services/outbox/outbox.ts';
import { createPlatforms } from '../../electron/services/platforms/registry.ts';
import type { Clock, Log } from '../../electron/services/ports.ts';
import { createSettingsStore } from '../../electron/services/settings/settings-store.ts';
import { createAccounts } from '../../electron/services/shops/accounts.ts';
import { createShopStore } from '../../electron/services/shops/shop-store.ts';
import { createVault } from '../../electron/services/vault/vault.ts';
import type { SendPayload } from '../../shared/domain/shipment.ts';
import { type Figure, medianRatio, spread, timeEach } from './measure.ts';

const ROUNDS = 5;
const PER_ROUND = 600;
const PRAGMAS = ['locking_mode = EXCLUSIVE', 'journal_mode = WAL', 'synchronous = FULL'] as const;

const quiet: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };
const clock: Clock = { now: Date.now, monotonic: () => performance.now(), at: () => () => undefined };

/**
 * Durable enqueue through the app's own function (validation, op, state, audit, scan journal) beside one bare insert of
 * the same payload with the same pragmas, and beside fdatasync alone, round by round in one run.
 */
export function enqueueBench(): Figure[] {
  const dir = mkdtempSync(join(tmpdir(), 'bench-enqueue-'));
  const app = openApp(join(dir, 'app'));
  const bare = openBare(join(dir, 'bare.db'));
  const disk = openDisk(join(dir, 'raw.bin'));
  const samples = { app: [] as number[], bare: [] as number[], disk: [] as number[] };
  const means = { app: [] as number[], bare: [] as number[], disk: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, once] of [
      ['disk', disk.once],
      ['bare', bare.once],
      ['app', app.once],
    ] as const) {
      const times = timeEach(PER_ROUND, (index) => once(round * PER_ROUND + index));
      samples[name].push(...times);
      means[name].push(times.reduce((sum, time) => sum + time, 0) / times.length);
    }
  }
  app.close();
  bare.close();
  disk.close();
  rmSync(dir, { recursive: true, force: true });
  return [
    { name: 'fdatasync of a preallocated file', value: spread(samples.disk), note: 'the limit' },
    { name: 'bare better-sqlite3 insert, WAL FULL', value: spread(samples.bare), note: 'the peer' },
    { name: 'durable enqueue through the outbox', value: spread(samples.app), note: 'with audit row and scan journal' },
    {
      name: 'enqueue ÷ bare insert',
      value: medianRatio(means.app, means.bare).toFixed(2),
      note: `median of ${ROUNDS} rounds`,
    },
    {
      name: 'enqueue rate ÷ fdatasync rate',
      value: medianRatio(means.disk, means.app).toFixed(2),
      note: 'two syncs: commit and journal; nine B-trees and the hash chain in the commit',
    },
  ];
}

const payload = (index: number): SendPayload => ({
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
});

function openApp(dataDir: string) {
  const opened = openDatabase({ dataDir, nowMs: Date.now() });
  if (!opened.ok) throw new Error(opened.error.code);
  const { database, epoch } = opened.value;
  const shops = createShopStore(database);
  shops.insert({
    id: 's',
    name: 'Bench',
    platform: 'wechat-channels',
    baseUrl: 'http://127.0.0.1:1',
    training: false,
    createdAtMs: 0,
  });
  const cipher = { name: 'none', available: false, seal: async () => new Uint8Array(), open: async () => '' };
  const platforms = createPlatforms({ clock, log: quiet, resolveProxy: async () => null });
  const outbox: Outbox = createOutbox({
    database,
    epoch,
    journalFile: join(dataDir, JOURNAL_FILE),
    clock,
    log: quiet,
    audit: createAuditLog(database),
    events: createEventHub(quiet),
    shops,
    accounts: createAccounts({ shops, vault: createVault({ database, cipher }), platforms }),
    settings: createSettingsStore(database),
  });
  return {
    once: (index: number) => {
      const saved = outbox.enqueue({
        shopId: 's',
        payload: payload(index),
        carrierName: '中通快递',
        operator: 'bench',
      });
      if (!saved.ok) throw new Error(saved.error.code);
    },
    close: () => {
      outbox.close();
      database.close();
    },
  };
}

function openBare(file: string) {
  const database = new SqliteDatabase(file);
  for (const pragma of PRAGMAS) database.pragma(pragma);
  database.exec('CREATE TABLE job (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, payload TEXT NOT NULL) STRICT');
  const insert = database.prepare('INSERT INTO job (key, payload) VALUES (?, ?)');
  return {
    once: (index: number) => void insert.run(String(index), JSON.stringify(payload(index))),
    close: () => database.close(),
  };
}

/** The same number of bytes into a file that does not grow. */
function openDisk(file: string) {
  const descriptor = openSync(file, 'w');
  const block = Buffer.alloc(4096, 1);
  for (let index = 0; index < 256; index += 1) writeSync(descriptor, block);
  fdatasyncSync(descriptor);
  return {
    once: (index: number) => {
      writeSync(descriptor, block, 0, block.length, (index % 256) * block.length);
      fdatasyncSync(descriptor);
    },
    close: () => closeSync(descriptor),
  };
}
