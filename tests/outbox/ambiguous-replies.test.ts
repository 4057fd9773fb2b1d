import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createNodeClock } from '../../electron/host/node-clock.ts';
import { createAuditLog } from '../../electron/services/audit/audit-log.ts';
import { JOURNAL_FILE, openDatabase } from '../../electron/services/db/open.ts';
import { createEventHub } from '../../electron/services/events.ts';
import { createOutbox } from '../../electron/services/outbox/outbox.ts';
import { createPlatforms } from '../../electron/services/platforms/registry.ts';
import { createSettingsStore } from '../../electron/services/settings/settings-store.ts';
import { createShopStore } from '../../electron/services/shops/shop-store.ts';
import { CALL_FAULTS, type CallFaultMode } from '../../electron/training/core/fault.ts';
import { ok } from '../../shared/kernel/result.ts';
import { temporaryFolder } from '../support/hosts.ts';
import { startTraining } from '../support/training.ts';
import { rememberingLog } from '../unit/platforms/quiet-deps.ts';
import { sendPayload, SHOP } from './outbox-desk.ts';

/** The outbox with the real Channels client in front of the practice platform, in real time with short waits. */
async function openFastDesk() {
  const training = await startTraining({ orders: 10, takesRepeats: true });
  onTestFinished(training.stop);
  const dataDir = temporaryFolder();
  const clock = createNodeClock();
  const opened = openDatabase({ dataDir, nowMs: clock.now() });
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const { database, epoch } = opened.value;
  const log = rememberingLog();
  const [practice] = await training.desk.shops();
  if (practice === undefined) throw new Error('no practice shop');
  const { baseUrl, appId, appSecret } = practice;
  const shops = createShopStore(database);
  shops.insert({ id: SHOP, name: SHOP, platform: 'wechat-channels', baseUrl, training: false, createdAtMs: 1 });
  const settings = createSettingsStore(database);
  settings.set('outbox.callTimeoutMs', 600);
  settings.set('outbox.settleMs', 400);
  settings.set('outbox.readBackSpacingMs', 100);
  const platform = createPlatforms({ clock, log, resolveProxy: async () => null }).get('wechat-channels');
  if (platform === undefined) throw new Error('no client');
  const account = { shopId: SHOP, baseUrl, credentials: { appId, appSecret } };
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
    accounts: { use: async (_shopId, task) => ok(await task(platform, account)), platformOf: () => platform },
  });
  onTestFinished(async () => {
    await outbox.stop();
    outbox.close();
    database.close();
  });
  return { training, outbox };
}

/** Modes that spoil more than one call or speak about something else than one shipment. */
const LASTING: readonly CallFaultMode[] = ['slow', 'wrong-clock'];

describe('Every way an answer can go wrong', () => {
  it('ends with the shipment there once and called shipped, or not there and in front of a person', async () => {
    const { training, outbox } = await openFastDesk();
    const modes = (Object.keys(CALL_FAULTS) as CallFaultMode[]).filter((mode) => !LASTING.includes(mode));
    const orders = await training.desk.addOrders({ count: modes.length, kind: 'single', shop: 'living' });
    for (const [index, mode] of modes.entries()) {
      const order = orders[index];
      if (order === undefined) throw new Error('too few orders');
      const { orderId, items } = order;
      await training.desk.setFault({
        mode,
        scope: orderId,
        calls: ['send'],
        count: 1,
        ...(mode === 'answer' ? { code: 606_031 } : {}),
        ...(mode === 'late-apply' ? { delayMs: 150 } : {}),
      });
      const parcel = items.map(({ productId, skuId, quantity }) => ({ productId, skuId, quantity }));
      const payload = sendPayload(orderId, `78${300_000_000_000 + index}`, { items: parcel });
      expect(outbox.enqueue({ shopId: SHOP, payload, carrierName: '', operator: '' }).ok).toBe(true);
    }
    await outbox.drain({ untilIdle: true, timeoutMs: 90_000 });
    const times = new Map<string, number>();
    for (const { orderId } of await training.desk.applied()) times.set(orderId, (times.get(orderId) ?? 0) + 1);
    const found = modes.map((mode, index) => {
      const orderId = orders[index]?.orderId ?? '';
      const state = outbox.opsOfOrder(SHOP, orderId)[0]?.state;
      return { mode, applied: times.get(orderId) ?? 0, state };
    });
    const wrong = found.filter(({ applied, state }) =>
      applied === 1 ? state !== 'shipped' : applied > 1 || !['held', 'rejected', 'conflict'].includes(state ?? ''),
    );
    expect(wrong).toEqual([]);
    expect(found.filter(({ state }) => state === 'shipped').length).toBeGreaterThan(20);
  }, 180_000);
});
