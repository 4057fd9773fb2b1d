import { chownSync, rmSync } from 'node:fs';
import Database from 'better-sqlite3';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { DATABASE_FILE } from '../../electron/services/db/open.ts';
import { PIN, staffedDesk } from '../unit/operators/desk.ts';
import { commandLine } from './command-line.ts';

const NEW_PIN = '935027';
const ENGLISH = { LANG: 'en_US.UTF-8' };

/** The data folder of a desk with an admin, a supervisor and a packer, closed again. */
async function closedDesk(): Promise<string> {
  const { backend, dataDir } = await staffedDesk();
  await backend.close();
  return dataDir;
}

const asLing = (dataDir: string, pin: string) =>
  commandLine(dataDir, { ...ENGLISH, DISPATCH_DESK_PIN: pin })(
    '--operator',
    'Ling',
    'settings',
    'set',
    'ui.sound',
    'true',
  );

it('an admin’s forgotten PIN is set anew on the machine itself, and the log says who did it', async () => {
  const dataDir = await closedDesk();
  const reset = await commandLine(dataDir, { ...ENGLISH, DISPATCH_DESK_NEW_PIN: NEW_PIN })(
    'operators',
    'reset-pin',
    'Ling',
  );
  expect([reset.code, reset.out]).toEqual([0, expect.stringContaining('Ling')]);
  expect(reset.out + reset.complaint).not.toContain(NEW_PIN);
  expect((await asLing(dataDir, NEW_PIN)).code).toBe(0);
  expect((await asLing(dataDir, PIN.Ling)).code).not.toBe(0);
  const database = new Database(join(dataDir, DATABASE_FILE), { readonly: true });
  const entry = database.prepare("SELECT actor FROM audit WHERE action = 'operator.pin-set' ORDER BY seq DESC").get();
  database.close();
  expect(entry).toEqual({ actor: `machine owner ${userInfo().username}` });
});

it.each([
  ['Bo', 'Bo is no admin'],
  ['Nobody', 'There is no such person'],
])('is no way around an admin: %s', async (name, said) => {
  const dataDir = await closedDesk();
  const cli = commandLine(dataDir, { ...ENGLISH, DISPATCH_DESK_NEW_PIN: NEW_PIN });
  const reset = await cli('operators', 'reset-pin', name);
  expect(reset.code).not.toBe(0);
  expect(reset.complaint).toContain(said);
});

it('a weak PIN is refused, and without one to be had nothing is done', async () => {
  const dataDir = await closedDesk();
  const weak = await commandLine(dataDir, { ...ENGLISH, DISPATCH_DESK_NEW_PIN: '111111' })(
    'operators',
    'reset-pin',
    'Ling',
  );
  const none = await commandLine(dataDir, ENGLISH)('operators', 'reset-pin', 'Ling');
  expect([weak.code, none.code]).not.toContain(0);
  expect((await asLing(dataDir, PIN.Ling)).code).toBe(0);
});

it.runIf(process.getuid?.() === 0)('somebody else’s data folder is refused', async () => {
  const dataDir = await closedDesk();
  chownSync(dataDir, 12_345, 12_345);
  const reset = await commandLine(dataDir, { ...ENGLISH, DISPATCH_DESK_NEW_PIN: NEW_PIN })(
    'operators',
    'reset-pin',
    'Ling',
  );
  chownSync(dataDir, 0, 0);
  expect(reset.code).not.toBe(0);
  expect((await asLing(dataDir, PIN.Ling)).code).toBe(0);
});

it('a lost key file, or a backup of another computer, locks nobody out for good: the owner sets a PIN anew', async () => {
  const dataDir = await closedDesk();
  rmSync(join(dataDir, 'vault.key'));
  const before = await asLing(dataDir, PIN.Ling);
  expect([before.code, before.complaint]).toEqual([1, expect.stringContaining('operators reset-pin')]);
  const cli = commandLine(dataDir, { ...ENGLISH, DISPATCH_DESK_NEW_PIN: NEW_PIN });
  expect((await cli('operators', 'reset-pin', 'Ling')).code).toBe(0);
  expect((await asLing(dataDir, NEW_PIN)).code).toBe(0);
});

it('what another key store has sealed is not thrown away', async () => {
  const dataDir = await closedDesk();
  rmSync(join(dataDir, 'vault.key'));
  const database = new Database(join(dataDir, DATABASE_FILE));
  database.exec("UPDATE device_key SET cipher = 'safeStorage:kwallet6'");
  const sealed = database.prepare("SELECT sealed FROM device_key WHERE name = 'pin-pepper'").pluck();
  const before = sealed.get();
  const cli = commandLine(dataDir, { ...ENGLISH, DISPATCH_DESK_NEW_PIN: NEW_PIN });
  database.close();
  expect((await cli('operators', 'reset-pin', 'Ling')).code).not.toBe(0);
  const again = new Database(join(dataDir, DATABASE_FILE), { readonly: true });
  expect(again.prepare("SELECT sealed FROM device_key WHERE name = 'pin-pepper'").pluck().get()).toEqual(before);
  again.close();
});
