import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/services/db/open.ts';
import { createEventHub } from '../../../electron/services/events.ts';
import type { CarrierReply, Platform, ReadResult } from '../../../electron/services/platforms/platform.ts';
import type { Accounts } from '../../../electron/services/shops/accounts.ts';
import { createCarrierLists } from '../../../electron/services/shops/carrier-lists.ts';
import { createCarrierRefresh } from '../../../electron/services/shops/carrier-refresh.ts';
import { createCarrierStore } from '../../../electron/services/shops/carrier-store.ts';
import { createShopStore } from '../../../electron/services/shops/shop-store.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../shared/kernel/time.ts';

const START_MS = Date.parse('2026-11-21T02:00:00Z');
const ZTO = { code: 'ZTO', name: '中通快递' };
const OFFLINE: ReadResult<CarrierReply> = {
  ok: false,
  error: { kind: 'offline', code: null, message: '', requestId: '', httpStatus: null },
};

/** Two shops on a real database and a clock the test moves; the platform answers as `world` says and every call is noted. */
function setup() {
  const opened = openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'carriers-')), nowMs: 0 });
  if (!opened.ok) throw new Error(opened.error.code);
  const { database } = opened.value;
  const shops = createShopStore(database);
  for (const id of ['a', 'b'])
    shops.insert({ id, name: id, platform: 'wechat-channels', baseUrl: '', training: false, createdAtMs: 0 });
  let nowMs = 0;
  const timers: { atMs: number; task: () => void }[] = [];
  const clock = {
    now: () => START_MS + nowMs,
    monotonic: () => nowMs,
    at: (delayMs: number, task: () => void) => {
      const timer = { atMs: nowMs + delayMs, task };
      timers.push(timer);
      return () => void (timers.includes(timer) && timers.splice(timers.indexOf(timer), 1));
    },
  };
  const calls: string[] = [];
  const wakes: (() => void)[] = [];
  const raw = { company_list: [{ delivery_id: 'ZTO', delivery_name: '中通快递', more: 'kept' }] };
  const world = { offline: false, closed: new Set<string>(), understood: [ZTO] };
  const platform: Pick<Platform, 'listCarriers' | 'carriersIn'> = {
    listCarriers: async ({ shopId }) => {
      calls.push(`${shopId}@${nowMs / MINUTE_MS}`);
      return world.offline ? OFFLINE : ok({ carriers: world.understood, raw, serverTimeMs: null });
    },
    carriersIn: () => world.understood,
  };
  const accounts: Accounts = {
    use: async (shopId, task) => ok(await task(platform as Platform, { shopId, baseUrl: '', credentials: {} })),
    platformOf: () => platform as Platform,
  };
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const store = createCarrierStore(database);
  const lists = createCarrierLists({ store, accounts, clock, events: createEventHub(silent) });
  const refresh = createCarrierRefresh({
    clock,
    lists,
    shops: () => shops.list().filter(({ id }) => !world.closed.has(id)),
    onWake: (listener) => {
      wakes.push(listener);
      return () => void wakes.splice(wakes.indexOf(listener), 1);
    },
  });
  const rest = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  const pass = async (ms: number): Promise<void> => {
    const endMs = nowMs + ms;
    for (;;) {
      const next = timers.toSorted((x, y) => x.atMs - y.atMs)[0];
      if (next === undefined || next.atMs > endMs) break;
      timers.splice(timers.indexOf(next), 1);
      nowMs = next.atMs;
      next.task();
      await rest();
    }
    nowMs = endMs;
  };
  const start = async (): Promise<void> => {
    refresh.start();
    await rest();
  };
  return { world, calls, wakes, store, lists, shops, refresh, start, pass, rest, raw };
}

describe('the daily refresh of carrier lists', () => {
  it('fetches each shop’s list at the start and once a day while the app stays open', async () => {
    const desk = setup();
    await desk.start();
    expect(desk.calls).toEqual(['a@0', 'b@0']);
    await desk.pass(DAY_MS - MINUTE_MS);
    expect(desk.calls).toHaveLength(2);
    await desk.pass(2 * MINUTE_MS);
    expect(desk.calls).toEqual(['a@0', 'b@0', 'a@1440', 'b@1440']);
    desk.refresh.stop();
    await desk.pass(2 * DAY_MS);
    expect(desk.calls).toHaveLength(4);
  });

  it('refreshes a paused shop, and one whose gate is closed only after it opened', async () => {
    const desk = setup();
    desk.shops.setPaused('a', true);
    desk.world.closed.add('b');
    await desk.start();
    await desk.pass(HOUR_MS);
    expect(desk.calls).toEqual(['a@0']);
    desk.world.closed.clear();
    await desk.pass(MINUTE_MS);
    expect(desk.calls).toEqual(['a@0', 'b@61']);
  });

  it('tries less and less often while nobody answers, keeps the old list, and asks at once after a wake', async () => {
    const desk = setup();
    desk.world.closed.add('b');
    await desk.start();
    desk.world.offline = true;
    await desk.pass(DAY_MS + 3 * HOUR_MS);
    const again = desk.calls.slice(1).map((call) => Number(call.slice(2)) - 1440);
    expect(again.slice(0, 6)).toEqual([0, 1, 3, 7, 15, 30]);
    expect(again.at(-1)).toBeGreaterThan(150);
    expect(desk.lists.known('a')).toEqual([ZTO]);
    desk.world.offline = false;
    const before = desk.calls.length;
    desk.wakes.forEach((wake) => wake());
    await desk.rest();
    expect(desk.calls).toHaveLength(before + 1);
    await desk.pass(HOUR_MS);
    expect(desk.calls).toHaveLength(before + 1);
  });

  it('makes one call where a pull and the refresh want the same list', async () => {
    const desk = setup();
    await Promise.all([desk.lists.ensure('a', false), desk.lists.ensure('a', true), desk.lists.ensure('a', false)]);
    expect(desk.calls).toEqual(['a@0']);
  });

  it('keeps the whole answer and reads it anew in a version that understands more of it, without a call', async () => {
    const desk = setup();
    await desk.start();
    desk.refresh.stop();
    expect(JSON.parse(desk.store.answer('a')?.body ?? '')).toEqual(desk.raw);
    const fetchedAtMs = desk.store.fetchedAtMs('a');
    desk.world.understood = [{ ...ZTO, name: '中通快递股份' }];
    const calls = desk.calls.length;
    await desk.start();
    expect(desk.lists.known('a')).toEqual(desk.world.understood);
    expect(desk.store.fetchedAtMs('a')).toBe(fetchedAtMs);
    expect(desk.calls).toHaveLength(calls);
  });

  it('drops an answer that comes in after the app let go of its data', async () => {
    const desk = setup();
    const asked = desk.lists.ensure('a', false);
    desk.lists.close();
    await asked;
    expect(desk.lists.known('a')).toEqual([]);
  });
});
