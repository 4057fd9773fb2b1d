import { expect, it } from 'vitest';
import { createEventHub } from '../../../electron/services/events.ts';
import type { Platform } from '../../../electron/services/platforms/platform.ts';
import type { Accounts } from '../../../electron/services/shops/accounts.ts';
import { createCarrierLists } from '../../../electron/services/shops/carrier-lists.ts';
import { createCarrierStore } from '../../../electron/services/shops/carrier-store.ts';
import type { Carrier } from '../../../shared/domain/carrier.ts';
import { DAY_MS } from '../../../shared/kernel/time.ts';
import { createFakePlatform } from '../../outbox/fake-platform.ts';
import { NOW_MS, openDesk } from '../orders/desk.ts';
import { rememberingLog } from '../platforms/quiet-deps.ts';

const SF: Carrier = { code: 'SF', name: '顺丰速运' };

it('keeps the list it has when the platform answers with an empty one, and asks again', async () => {
  const { database } = openDesk();
  const answers: (readonly Carrier[])[] = [[SF], [], [SF, { code: 'ZTO', name: '中通快递' }]];
  const platform: Platform = {
    ...createFakePlatform().platform,
    listCarriers: async () => ({ ok: true, value: { carriers: answers.shift() ?? [], raw: {}, serverTimeMs: null } }),
  };
  const accounts: Accounts = {
    use: async (shopId, task) => ({
      ok: true,
      value: await task(platform, { shopId, baseUrl: 'https://api.example.com', credentials: {} }),
    }),
    platformOf: () => platform,
  };
  const clock = { nowMs: NOW_MS };
  const lists = createCarrierLists({
    store: createCarrierStore(database),
    accounts,
    clock: { now: () => clock.nowMs },
    events: createEventHub(rememberingLog()),
  });
  expect(await lists.ensure('shop-1', false)).toEqual({ ok: true, value: [SF] });
  clock.nowMs += DAY_MS;
  expect(await lists.ensure('shop-1', false)).toEqual({ ok: true, value: [SF] });
  expect(lists.known('shop-1')).toEqual([SF]);
  expect(lists.isDue('shop-1')).toBe(true);
  await lists.ensure('shop-1', false);
  expect(lists.known('shop-1')).toHaveLength(2);
  expect(lists.isDue('shop-1')).toBe(false);
});
