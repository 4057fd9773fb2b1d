import { createEventHub } from '../../../electron/services/events.ts';
import { createJobs } from '../../../electron/services/jobs/jobs.ts';
import { createUnreadStore } from '../../../electron/services/orders/unread-store.ts';
import { createHttpRequest } from '../../../electron/services/platforms/http/http-request.ts';
import { createWechatChannels } from '../../../electron/services/platforms/wechat-channels/client.ts';
import { createAccounts } from '../../../electron/services/shops/accounts.ts';
import { readProblem } from '../../../electron/services/shops/read-problem.ts';
import { createPuller } from '../../../electron/services/sync/puller.ts';
import { createVault } from '../../../electron/services/vault/vault.ts';
import type { TrainingOptions } from '../../../electron/training/start-training-server.ts';
import { startTraining } from '../../support/training.ts';
import { openDesk } from '../orders/desk.ts';
import { rememberingLog, standingClock } from '../platforms/quiet-deps.ts';

export const SHOP_ID = 'shop-practice';

/** A desk with one shop on the practice platform; one clock for both, which the test moves, and may be wrong here. */
export async function startPullDesk({
  aheadMs = 0,
  ...options
}: Omit<TrainingOptions, 'now'> & { aheadMs?: number } = {}) {
  const clock = standingClock(Date.parse('2026-11-21T02:00:00Z'));
  const training = await startTraining({ orders: 30, ...options, now: () => clock.now() });
  const log = rememberingLog();
  const desk = openDesk();
  const [practice] = await training.desk.shops();
  if (practice === undefined) throw new Error('no practice shop');
  const { platform, baseUrl, appId, appSecret } = practice;
  desk.shops.insert({ id: SHOP_ID, name: 'Practice', platform, baseUrl, training: false, createdAtMs: 0 });
  const cipher = {
    name: 'plain text of a test',
    available: true,
    seal: async (plain: string) => new TextEncoder().encode(plain),
    open: async (sealed: Uint8Array) => new TextDecoder().decode(sealed),
  };
  const vault = createVault({ database: desk.database, cipher });
  await vault.put(SHOP_ID, { appId, appSecret }, 0);
  const channels = createWechatChannels({ http: createHttpRequest(), clock, log, resolveProxy: async () => null });
  const events = createEventHub(log);
  const changed: string[] = [];
  events.subscribe(({ name }) => changed.push(name));
  const reach: boolean[] = [];
  const unread = createUnreadStore(desk.database);
  const jobs = createJobs({ dataDir: desk.dataDir, clock, log, changed: (id) => events.emit('jobs.changed', [id]) });
  const puller = createPuller({
    accounts: createAccounts({ shops: desk.shops, vault, platforms: new Map([['wechat-channels', channels]]) }),
    shops: desk.shops,
    orders: desk.orders,
    unread,
    events,
    clock: { now: () => clock.now() + aheadMs },
    jobs,
    freshenCarriers: async () => undefined,
    problemOf: readProblem,
    noteReach: (_shopId, answered) => void reach.push(answered),
  });
  const shop = () => {
    const record = desk.shops.get(SHOP_ID);
    if (record === null) throw new Error('the shop is gone');
    return record;
  };
  const pull = () => puller.pull(SHOP_ID).end;
  return { ...training, practice: training.desk, appId, clock, desk, jobs, puller, unread, pull, shop, changed, reach };
}
