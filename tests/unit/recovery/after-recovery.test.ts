import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { writeBackup } from '../../../electron/services/db/backup.ts';
import { DATABASE_FILE } from '../../../electron/services/db/open.ts';
import { createDraftStore } from '../../../electron/services/packing/draft-store.ts';
import { emptySession } from '../../../electron/services/packing/session.ts';
import { PRACTICE_SHOPS } from '../../../electron/training/practice/practice-shops.ts';
import type { RecoveryReport } from '../../../shared/contract/care.ts';
import type { PackingView } from '../../../shared/contract/packing.ts';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { type Desk, openDesk } from '../../outbox/outbox-desk.ts';
import { openTestBackend, type TestBackend } from '../../support/backend.ts';

const ADMIN = { role: 'admin', operator: 'Ling' } as const;
/** Sends nothing by itself. */
const COMMAND_LINE = { host: 'cli', printing: false, updates: false, ownWindow: false } as const;

const ask = async <Value>({ backend }: TestBackend, name: string): Promise<Value> => {
  const answer = await backend.call({ name, input: {} }, ADMIN);
  if (!answer.ok) throw new Error(JSON.stringify(answer.error));
  return answer.value as Value;
};

/** Ends a desk and takes its database away. */
function loseDatabase({ dataDir, crash }: Desk): void {
  crash();
  for (const suffix of ['', '-wal', '-shm']) rmSync(join(dataDir, `${DATABASE_FILE}${suffix}`), { force: true });
}

const LAST = { orderId: '1', waybill: 'ZT1000001', carrierName: '中通快递', at: '2026-11-22T08:00:00.000Z' };

/** The bench after a recovery from a backup that calls the first package the last one; `since` more were saved. */
async function benchAfter(since: number): Promise<PackingView> {
  const desk = openDesk();
  desk.save('1', LAST.waybill);
  createDraftStore(desk.database).save('bench-1', { ...emptySession(), saved: LAST }, desk.clock.now());
  writeBackup(desk.database, join(desk.dataDir, 'backups', 'desk-2026-11-22T08-00-00-000Z.db'));
  for (let n = 2; n <= since + 1; n += 1) desk.save(String(n), `ZT${1_000_000 + n}`);
  loseDatabase(desk);
  const again = await openTestBackend({ dataDir: desk.dataDir, features: COMMAND_LINE });
  const { report } = await ask<{ report: RecoveryReport }>(again, 'care.recovery');
  expect(report).toMatchObject({ cause: 'missing', restored: 1, fromJournal: since });
  return ask(again, 'packing.view');
}

describe('The bench after a recovery from a backup', () => {
  it('names no last box where others were saved after that backup', async () => {
    expect(await benchAfter(2)).toMatchObject({ step: 'order', saved: null, order: null });
  });

  it('names the box of the backup where it truly is the last one', async () => {
    expect((await benchAfter(0)).saved).toEqual(LAST);
  });
});

describe('A desk recovered without any backup', () => {
  it('asks for the credentials of real shops only; practice shops come back whole by themselves', async () => {
    const [practice] = PRACTICE_SHOPS;
    if (practice === undefined) throw new Error('no practice shop');
    const { name, platform } = practice;
    const desk = openDesk();
    desk.save('1', 'ZT1000001');
    desk.shops.insert({
      id: 'practised',
      name,
      platform,
      baseUrl: 'http://127.0.0.1:1',
      training: true,
      createdAtMs: 1,
    });
    desk.save('2', 'ZT1000002', {}, 'practised');
    loseDatabase(desk);
    const again = await openTestBackend({ dataDir: desk.dataDir });
    const { report } = await ask<{ report: RecoveryReport }>(again, 'care.recovery');
    expect(report).toMatchObject({ fromJournal: 2, shops: ['Name of shop-1'] });
    const whole = async (): Promise<unknown> =>
      (await ask<readonly ShopView[]>(again, 'shops.list'))
        .filter(({ training, credentials }) => training && credentials.every(({ configured }) => configured))
        .map((shop) => shop.name)
        .toSorted();
    await vi.waitFor(async () => expect(await whole()).toEqual(PRACTICE_SHOPS.map((shop) => shop.name).toSorted()), {
      timeout: 20_000,
      interval: 250,
    });
  }, 40_000);
});

describe('A database that is gone before its first package and backup', () => {
  it('is told as gone, and not taken for a first start', async () => {
    const { backend, dataDir } = await openTestBackend({ features: COMMAND_LINE });
    const person = { name: 'Ling', role: 'admin', pin: '824615' };
    expect(await backend.call({ name: 'operators.add', input: person }, ADMIN)).toMatchObject({ ok: true });
    await backend.close();
    rmSync(join(dataDir, DATABASE_FILE));
    const again = await openTestBackend({ dataDir, features: COMMAND_LINE });
    expect(await ask(again, 'care.recovery')).toMatchObject({ report: { cause: 'missing', backup: null } });
  });
});
