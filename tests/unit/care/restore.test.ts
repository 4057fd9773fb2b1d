import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { HostPorts } from '../../../electron/services/ports.ts';
import type { RecoveryReport } from '../../../shared/contract/care.ts';
import { describeRecovery } from '../../../shared/messages/describe-recovery.ts';
import { openTestBackend } from '../../support/backend.ts';
import { temporaryFolder } from '../../support/hosts.ts';
import { rememberingLog } from '../platforms/quiet-deps.ts';

const ADMIN = { role: 'admin', operator: 'Ling' } as const;

describe('Going back to a backup from the desk', () => {
  it('closes the desk, opens it on the backup, and tells what came of it until an admin has read it', async () => {
    const { backend, dataDir } = await openTestBackend();
    const ask = async (name: string, input: unknown = {}): Promise<unknown> => {
      const answer = await backend.call({ name, input }, ADMIN);
      return answer.ok ? answer.value : answer.error;
    };
    await ask('settings.set', { key: 'outbox.settleMs', value: 70_000 });
    const { name } = (await ask('care.backUpNow')) as { name: string };
    await ask('settings.set', { key: 'outbox.settleMs', value: 90_000 });
    expect(await ask('care.backups')).toMatchObject([{ name, kind: 'rolling' }]);
    expect(await ask('care.inspect', { name })).toMatchObject({ packages: 0, savedSince: 0 });
    expect(await ask('care.restore', { name: '../escape.db' })).toMatchObject({ code: 'restore-failed' });
    const seen: string[] = [];
    backend.events.subscribe((event) => seen.push(event.name));
    expect(await ask('care.restore', { name })).toEqual({});
    await new Promise((resolve) => setImmediate(resolve));
    expect(await ask('settings.get')).toMatchObject({ 'outbox.settleMs': 70_000 });
    expect(seen).toContain('settings.changed');
    expect(await ask('system.status')).toMatchObject({ alarms: [{ kind: 'recovered', level: 'red', count: 0 }] });
    expect(await ask('care.acknowledge')).toMatchObject({
      report: { cause: 'restored', backup: { name }, acknowledged: { by: 'Ling' } },
    });
    expect(await ask('system.status')).toMatchObject({ alarms: [] });
    await backend.close();
    const database = new SqliteDatabase(join(dataDir, 'dispatch-desk.db'));
    expect(database.prepare("SELECT actor FROM audit WHERE action = 'database.recovered'").pluck().all()).toEqual([
      'Ling',
    ]);
    database.close();
  });

  it('asks everybody who they are again: a call that waited for it is judged by the people of the backup', async () => {
    const { backend } = await openTestBackend();
    const at =
      (window: string) =>
      (name: string, input: unknown = {}) =>
        backend.call({ name, input }, backend.context(window));
    const ask = at('bench');
    await ask('operators.add', { name: 'Ling', role: 'admin', pin: '824615' });
    const made = await ask('care.backUpNow');
    if (!made.ok) throw new Error('no backup');
    const { name } = made.value as { name: string };
    expect(await ask('care.restore', { name })).toMatchObject({ ok: true });
    await new Promise((resolve) => setImmediate(resolve));
    expect(backend.context('bench')).toMatchObject({ role: 'anyone' });
    expect(await ask('care.backups')).toMatchObject({ ok: false, error: { code: 'sign-in-needed' } });
    expect(backend.context('bench')).toMatchObject({ role: 'anyone' });
  });
});

describe('A restore that fails after its check', () => {
  const HARM: readonly (readonly [string, (file: string) => void])[] = [
    ['damaged', (file) => writeFileSync(file, 'no backup')],
    ['gone', (file) => rmSync(file)],
  ];

  /** Asks for a restore of a backup that comes to harm between its check and its turn. */
  async function failing(harm: (file: string) => void) {
    const { backend, dataDir } = await openTestBackend();
    const ask = async <Value>(name: string, input: unknown = {}): Promise<Value> => {
      const answer = await backend.call({ name, input }, ADMIN);
      if (!answer.ok) throw new Error(JSON.stringify(answer.error));
      return answer.value as Value;
    };
    const restore = async (spoil: (file: string) => void = () => undefined): Promise<string> => {
      const { name } = await ask<{ name: string }>('care.backUpNow');
      await ask('care.restore', { name });
      spoil(join(dataDir, 'backups', name));
      await new Promise((resolve) => setImmediate(resolve));
      return name;
    };
    const report = async () => (await ask<{ report: RecoveryReport }>('care.recovery')).report;
    return { ask, report, restore, backend, fail: () => restore(harm) };
  }

  it.each(HARM)(
    'because its backup is %s is told before anybody has signed in, and changes nothing',
    async (_, harm) => {
      const { ask, report, fail, backend } = await failing(harm);
      await ask('operators.add', { name: 'Ling', role: 'admin', pin: '824615' });
      await ask('settings.set', { key: 'outbox.settleMs', value: 70_000 });
      const name = await fail();
      const stranger = await backend.call({ name: 'system.info', input: {} }, backend.context('bench'));
      expect(stranger).toMatchObject({ ok: true, value: { recovered: 'not-restored' } });
      expect(JSON.stringify(stranger)).not.toContain(name);
      expect(await ask('settings.get')).toMatchObject({ 'outbox.settleMs': 70_000 });
      const told = await report();
      expect(told).toMatchObject({
        cause: 'not-restored',
        failed: { backup: { name }, problem: { code: 'restore-failed' } },
      });
      expect(describeRecovery(told, 'zh-CN', () => '09:00')).toEqual({
        title: '没有恢复，原来的数据没有动',
        done: [
          '09:00 的备份没有换上：这份备份打不开，或者已经不在了',
          '什么都没有改：包裹、人员和设置都和恢复以前一样，可以照常打包',
        ],
        check: ['还要恢复，就到「设置 → 数据安全」再做一次；同一份又不行，就选另一份备份'],
      });
      expect(await ask('system.status')).toMatchObject({ alarms: [{ kind: 'recovered' }] });
      expect(JSON.stringify(await ask('care.diagnostics'))).toContain(String.raw`\"failed\": \"restore-failed\"`);
      await ask('care.acknowledge');
      expect(await ask('system.info')).toMatchObject({ recovered: null });
    },
  );

  it('keeps what an earlier recovery had to say and nobody has read', async () => {
    const { ask, report, restore, fail } = await failing((file) => rmSync(file));
    const first = await restore();
    const before = await report();
    await fail();
    const told = await report();
    expect(told).toEqual({ ...before, failed: expect.objectContaining({ problem: expect.anything() }) });
    expect(told).toMatchObject({ cause: 'restored', backup: { name: first } });
    const words = describeRecovery(told, 'en', () => '09:00');
    expect(words.title).toBe('Nothing was restored; your data is as it was');
    expect(words.done).toContain('Before that: The chosen backup is in place');
    await ask('care.acknowledge');
    await restore();
    expect(await report()).toMatchObject({ cause: 'restored', failed: null, acknowledged: null });
  });
});

describe('A desk that could not open again after a restore', () => {
  /** Another program has the database; `leave` lets it go. */
  async function shutOut() {
    let inTheWay: Database | null = null;
    const dataDir = temporaryFolder();
    /** Another program takes the database right when the desk has let go of it. */
    const log: HostPorts['log'] = {
      ...rememberingLog(),
      error: (event) => {
        if (event !== 'restore-failed') return;
        inTheWay = new SqliteDatabase(join(dataDir, 'dispatch-desk.db'));
        inTheWay.exec('BEGIN EXCLUSIVE');
      },
    };
    const { backend } = await openTestBackend({ dataDir, log });
    const ask = (name: string, input: unknown = {}) => backend.call({ name, input }, ADMIN);
    const made = await ask('care.backUpNow');
    if (!made.ok) throw new Error('no backup');
    const { name } = made.value as { name: string };
    await ask('care.restore', { name });
    rmSync(join(dataDir, 'backups', name));
    await new Promise((resolve) => setImmediate(resolve));
    expect(await ask('settings.get')).toMatchObject({ error: { code: 'data-folder-in-use' } });
    return { ask, backend, leave: () => (inTheWay as Database | null)?.close() };
  }

  it('opens with the next call once what stood in the way is gone, and knows who stands at it', async () => {
    const { ask, backend, leave } = await shutOut();
    expect(backend.context('bench')).toMatchObject({ role: 'anyone' });
    leave();
    const seen: string[] = [];
    backend.events.subscribe((event) => seen.push(event.name));
    expect(await Promise.all([ask('settings.get'), ask('system.info')])).toMatchObject([
      { ok: true },
      { ok: true, value: { recovered: 'not-restored' } },
    ]);
    expect(seen).toContain('status.changed');
    expect(backend.context('bench')).toMatchObject({ role: 'admin' });
  });

  it('stays closed once it was closed', async () => {
    const { ask, backend, leave } = await shutOut();
    leave();
    await backend.close();
    expect(await ask('settings.get')).toMatchObject({ error: { code: 'data-folder-in-use' } });
  });
});
