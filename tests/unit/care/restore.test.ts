import { describe, expect, it } from 'vitest';
import { openTestBackend } from '../../support/backend.ts';

const ADMIN = { role: 'admin', operator: 'Ling' } as const;

describe('Going back to a backup from the desk', () => {
  it('closes the desk, opens it on the backup, and tells what came of it until an admin has read it', async () => {
    const { backend } = await openTestBackend();
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
