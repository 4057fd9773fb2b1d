import { describe, expect, it } from 'vitest';
import { PIN, staffedDesk } from './desk.ts';

const pause = { name: 'shops.pause', input: { shop: 'nobody’s' } };

describe('leave for one call', () => {
  it('lets a packer’s page do what needs a supervisor, this once', async () => {
    const { people, signIn, callWith, backend } = await staffedDesk();
    await signIn('bench', 'Bo');
    const leave = { operatorId: people.Mei.id, pin: PIN.Mei, reason: 'customer called', note: '' };
    expect(await backend.call(pause, backend.context('bench'))).toMatchObject({ error: { code: 'not-allowed' } });
    expect(await callWith('bench', pause.name, pause.input, leave)).toMatchObject({
      error: { code: 'shop-not-found' },
    });
    expect(await backend.call(pause, backend.context('bench'))).toMatchObject({ error: { code: 'not-allowed' } });
    expect(backend.context('bench')).toMatchObject({ role: 'packer', operator: 'Bo' });
  });

  it('takes no wrong PIN, no packer’s, none without a reason, and counts wrong ones like any other', async () => {
    const { people, signIn, callWith, clock } = await staffedDesk();
    await signIn('bench', 'Bo');
    const ask = (operatorId: string, pin: string, reason = 'why') =>
      callWith('bench', pause.name, pause.input, { operatorId, pin, reason, note: '' });
    expect(await ask(people.Mei.id, PIN.Mei, ' ')).toMatchObject({ error: { code: 'reason-missing' } });
    expect(await ask(people.Bo.id, PIN.Bo)).toMatchObject({ error: { code: 'not-allowed', role: 'supervisor' } });
    expect(await ask('nobody', PIN.Bo)).toMatchObject({ error: { code: 'operator-not-found' } });
    expect(await ask(people.Mei.id, '000001')).toMatchObject({ error: { code: 'pin-wrong', left: 9 } });
    expect(await ask(people.Mei.id, PIN.Mei)).toMatchObject({ error: { code: 'pin-wait' } });
    await clock.pass(1_000);
    expect(await ask(people.Mei.id, PIN.Mei)).toMatchObject({ error: { code: 'shop-not-found' } });
  });

  it('opens no desk that nobody is signed in at', async () => {
    const { people, callWith } = await staffedDesk();
    const leave = { operatorId: people.Ling.id, pin: PIN.Ling, reason: 'why', note: '' };
    expect(await callWith('bench', pause.name, pause.input, leave)).toMatchObject({
      error: { code: 'sign-in-needed' },
    });
  });

  it('covers settings that are the admin’s, and leaves the screen’s own to everybody', async () => {
    const { people, signIn, callWith, at } = await staffedDesk();
    await signIn('bench', 'Bo');
    const settle = { key: 'outbox.settleMs', value: 1_000 };
    expect(await at('bench').settings.set({ key: 'ui.sound', value: false })).toMatchObject({ ok: true });
    expect(await at('bench').settings.set(settle)).toMatchObject({ error: { code: 'not-allowed', role: 'admin' } });
    const leave = { operatorId: people.Ling.badge, pin: PIN.Ling, reason: 'slow platform', note: '' };
    expect(await callWith('bench', 'settings.set', settle, leave)).toMatchObject({ ok: true });
  });
});
