import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createNodeClock } from '../../electron/host/node-clock.ts';
import { createAuditLog } from '../../electron/services/audit/audit-log.ts';
import { JOURNAL_FILE, openDatabase } from '../../electron/services/db/open.ts';
import { createEventHub } from '../../electron/services/events.ts';
import { createOutbox } from '../../electron/services/outbox/outbox.ts';
import { createSettingsStore } from '../../electron/services/settings/settings-store.ts';
import { createShopStore } from '../../electron/services/shops/shop-store.ts';
import type { SendPayload } from '../../shared/domain/shipment.ts';
import { ok } from '../../shared/kernel/result.ts';
import { temporaryFolder } from '../support/hosts.ts';
import { startDouyinDesk } from './douyin-desk.ts';

/**
 * The outbox with the real Douyin client in front of the practice gateway, in real time with short waits. With
 * `takesRepeats` the gateway ships whatever it is asked to, as often as it is asked.
 */
export async function openDouyinOutbox({
  takesRepeats = false,
  settings = {},
}: {
  readonly takesRepeats?: boolean;
  readonly settings?: Readonly<Record<string, number>>;
} = {}) {
  const practice = await startDouyinDesk({ takesRepeats });
  const { account, platform, desk } = practice;
  const dataDir = temporaryFolder();
  const clock = createNodeClock();
  const opened = openDatabase({ dataDir, nowMs: clock.now() });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { database, epoch } = opened.value;
  const shops = createShopStore(database);
  const shop = { id: account.shopId, name: 'Douyin', platform: 'douyin-fengchao', baseUrl: account.baseUrl } as const;
  shops.insert({ ...shop, training: true, createdAtMs: clock.now() });
  const store = createSettingsStore(database);
  const short = { 'outbox.callTimeoutMs': 2_000, 'outbox.settleMs': 400, 'outbox.readBackSpacingMs': 100 };
  for (const [key, value] of Object.entries({ ...short, ...settings })) store.set(key, value);
  const outbox = createOutbox({
    ...{ database, epoch, clock, shops, settings: store, log: practice.log },
    journalFile: join(dataDir, JOURNAL_FILE),
    audit: createAuditLog(database),
    events: createEventHub(practice.log),
    accounts: { use: async (_shopId, task) => ok(await task(platform, account)), platformOf: () => platform },
  });
  onTestFinished(async () => {
    await outbox.stop();
    outbox.close();
    database.close();
    await practice.stop();
  });
  return {
    ...practice,
    outbox,
    /** Saves them together; they are due together when the outbox is started. */
    save: async (payloads: readonly SendPayload[]): Promise<void> => {
      const chosen = { refusesRefund: { reason: 'asked by telephone' } };
      const inputs = payloads.map((payload) => ({
        ...{ shopId: shop.id, payload, carrierName: '', operator: '' },
        ...(payload.rejectRefund === true ? chosen : {}),
      }));
      for (const saved of await outbox.enqueueAll(inputs)) if (!saved.ok) throw new Error(saved.error.code);
    },
    states: (payloads: readonly SendPayload[]) =>
      payloads.map(({ orderId }) => outbox.opsOfOrder(shop.id, orderId)[0]?.state),
    /** How many orders each call for a shipment held, as the gateway received it. */
    callSizes: async (): Promise<readonly number[]> =>
      (await desk.ledger('kind=request')).flatMap((entry) => {
        if (entry.kind !== 'request' || entry.call !== 'send') return [];
        const data = new URLSearchParams(entry.body ?? '').get('request_data') ?? '[]';
        return [(JSON.parse(data) as unknown[]).length];
      }),
    /** How often each order was shipped, by the gateway's ledger. */
    timesShipped: async (payloads: readonly SendPayload[]): Promise<readonly number[]> => {
      const applied = (await desk.applied()).filter(({ what }) => what === 'send');
      return payloads.map(({ orderId }) => applied.filter((entry) => entry.orderId === orderId).length);
    },
  };
}
