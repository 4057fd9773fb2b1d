import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { type CliSetup, fileBeside, setupWithOrders, shipmentFile } from './command-line.ts';

let running: CliSetup;
afterEach(() => running.stop());

type Listed = { state: string; waybill: string; orderId: string };

async function setup() {
  const all = await setupWithOrders();
  running = all;
  const orders = await all.ofShop('single');
  const ship = async (nth: number): Promise<void> => {
    const row = `Qinghe,${orders[nth]!.orderId},ZTO,7553171719583${nth},,,,,,`;
    const ended = await all.cli('shipments', 'import', fileBeside(all.dataDir, 'ship.csv', shipmentFile([row])));
    if (ended.code !== 0) throw new Error(ended.out + ended.complaint);
  };
  const listed = async (): Promise<Listed[]> => (await all.cli('--json', 'outbox', 'list')).json<Listed[]>();
  return { ...all, ship, listed, backup: join(all.dataDir, '..', 'copy.db') };
}

describe('backup and restore', () => {
  it('looks up what was open before it sends anything, and doubles nothing that left since', async () => {
    const { cli, ship, listed, backup, desk, dataDir } = await setup();
    await ship(0);
    expect((await cli('--json', 'backup', backup)).json()).toMatchObject({ file: backup });
    await ship(1);
    await cli('outbox', 'drain', '--until-idle');
    expect(await desk.applied()).toHaveLength(2);

    const restored = await cli('--json', 'restore', backup);
    expect([restored.code, restored.json()]).toMatchObject([0, { restored: backup }]);
    const { keptIn } = restored.json<{ keptIn: string }>();
    expect(readdirSync(keptIn)).toContain('dispatch-desk.db');
    expect(existsSync(join(dataDir, 'dispatch-desk.db.restoring'))).toBe(false);
    // The second shipment was saved after the backup: it comes back from the scan journal, in doubt like the first.
    expect((await listed()).map(({ state }) => state)).toEqual(['in_doubt', 'in_doubt']);
    await cli('outbox', 'drain', '--until-idle', '--timeout-s', '20');
    expect((await listed()).map(({ state }) => state)).toEqual(['shipped', 'shipped']);
    expect(await desk.applied()).toHaveLength(2);
    expect((await cli('verify')).code).toBe(0);
  });

  it('refuses a damaged, foreign or newer file and leaves the data as it is', async () => {
    const { cli, ship, listed, backup, dataDir } = await setup();
    await ship(0);
    await cli('backup', backup);
    const before = readFileSync(join(dataDir, 'dispatch-desk.db'));
    const damaged = join(dataDir, '..', 'damaged.db');
    writeFileSync(damaged, readFileSync(backup));
    truncateSync(damaged, 20_000);
    const foreign = join(dataDir, '..', 'foreign.db');
    new SqliteDatabase(foreign).exec('CREATE TABLE op (x); CREATE VIEW op_state AS SELECT 1').close();
    const newer = join(dataDir, '..', 'newer.db');
    writeFileSync(newer, readFileSync(backup));
    const raised = new SqliteDatabase(newer);
    raised.pragma('user_version = 999');
    raised.close();
    expect((await cli('restore', damaged)).code).toBe(4);
    expect((await cli('restore', foreign)).code).toBe(4);
    expect((await cli('--json', 'restore', newer)).json()).toMatchObject({ error: { code: 'database-newer' } });
    expect((await cli('restore', join(dataDir, '..', 'nothing.db'))).code).toBe(2);
    expect(readFileSync(join(dataDir, 'dispatch-desk.db')).equals(before)).toBe(true);
    expect((await listed()).map(({ state }) => state)).toEqual(['ready']);
  });

  it('recovers a database that is beyond repair by itself, says so until an admin has read it, and deletes nothing', async () => {
    const { cli, ship, listed, backup, dataDir } = await setup();
    await ship(0);
    await cli('backup', backup);
    writeFileSync(join(dataDir, 'dispatch-desk.db'), 'no database');
    // Without a backup of the desk's own, everything comes back from the scan journal.
    const shown = await cli('--json', 'recovery', 'show');
    expect(shown.json()).toMatchObject({ cause: 'damaged', backup: null, fromJournal: 1, shops: ['Qinghe'] });
    const { keptIn } = shown.json<{ keptIn: string }>();
    expect(readFileSync(join(keptIn, 'dispatch-desk.db'), 'utf8')).toBe('no database');
    expect(shown.complaint).toContain('The data file was damaged and has been recovered');
    expect((await cli('recovery', 'ack')).code).toBe(0);
    expect((await cli('shops', 'list')).complaint).toBe('');
    expect((await cli('restore', backup)).code).toBe(0);
    expect((await listed()).map(({ state }) => state)).toEqual(['in_doubt']);
    expect((await cli('verify')).code).toBe(0);
  });
});
