import { describe, expect, it } from 'vitest';
import { badgeCode } from '../../../shared/domain/badge.ts';
import { openTestBackend } from '../../support/backend.ts';
import { PIN, staffedDesk } from './desk.ts';

describe('a desk nobody has been set up at', () => {
  it('works as one admin under the name in the settings', async () => {
    const { backend } = await openTestBackend();
    expect(backend.context('window')).toEqual({ role: 'admin', operator: '本台', session: 'window' });
  });

  it('makes the first person an admin, signs them in, and asks every other window to sign in', async () => {
    const { backend } = await staffedDesk();
    expect(backend.context('office')).toMatchObject({ role: 'admin', operator: 'Ling' });
    expect(backend.context('bench')).toMatchObject({ role: 'anyone', operator: '' });
  });

  it('refuses a first person who is no admin, and PINs that anybody would try', async () => {
    const { backend } = await openTestBackend();
    const add = (role: string, pin: string) =>
      backend.call({ name: 'operators.add', input: { name: 'Ling', role, pin } }, backend.context('window'));
    expect(await add('packer', '284617')).toMatchObject({ error: { code: 'operator-last-admin' } });
    for (const pin of ['12345', '111111', '123456', '876543', '890123'])
      expect(await add('admin', pin), pin).toMatchObject({ error: { code: 'pin-weak' } });
  });
});

describe('signing in', () => {
  it('gives each role by PIN and keeps windows apart', async () => {
    const { backend, signIn } = await staffedDesk();
    await signIn('bench 1', 'Bo');
    await signIn('bench 2', 'Mei');
    expect(backend.context('bench 1')).toMatchObject({ role: 'packer', operator: 'Bo' });
    expect(backend.context('bench 2')).toMatchObject({ role: 'supervisor', operator: 'Mei' });
    expect(backend.context('bench 3')).toMatchObject({ role: 'anyone' });
  });

  it('takes a badge alone as a packer, also a lead’s, until the PIN is given', async () => {
    const { backend, at, people, signIn } = await staffedDesk();
    const shown = await at('bench').operators.showBadge({ code: people.Mei.badge });
    expect(shown).toMatchObject({ ok: true, value: { state: 'signed-in', access: 'packer' } });
    await signIn('bench', 'Mei');
    expect(backend.context('bench').role).toBe('supervisor');
    await at('bench').operators.showBadge({ code: people.Mei.badge });
    expect(backend.context('bench').role).toBe('supervisor');
  });

  it('asks for the PIN as well where the shop wants that', async () => {
    const { backend, at, people } = await staffedDesk();
    await at('office').settings.set({ key: 'operators.badgeAlone', value: 'needs-pin' });
    expect(await at('bench').operators.showBadge({ code: people.Bo.badge })).toMatchObject({
      error: { code: 'pin-needed', operatorId: people.Bo.id, name: 'Bo' },
    });
    expect(backend.context('bench').role).toBe('anyone');
  });

  it('takes a badge among scans, in turn with them, and writes each name to its own', async () => {
    const { at, people, backend } = await staffedDesk();
    const bench = at('bench');
    expect(await bench.packing.scan({ text: people.Bo.badge })).toMatchObject({
      value: { verdict: 'operator-changed' },
    });
    expect(backend.context('bench').operator).toBe('Bo');
    await bench.packing.scan({ text: ` ${people.Mei.badge}\r` });
    expect(backend.context('bench').operator).toBe('Mei');
  });

  it('knows no badge with a wrong check digit, a renewed one, or one of somebody who has left', async () => {
    const { at, people } = await staffedDesk();
    const wrong = people.Bo.badge.slice(0, 9) + ((Number(people.Bo.badge[9]) + 1) % 10);
    const office = at('office').operators;
    await office.renewBadge({ id: people.Mei.id });
    for (const code of [
      wrong,
      people.Mei.badge,
      'rubbish',
      badgeCode(0) === people.Bo.badge ? badgeCode(1) : badgeCode(0),
    ])
      expect(await at('bench').operators.showBadge({ code }), code).toMatchObject({ error: { code: 'badge-unknown' } });
    await office.change({ id: people.Bo.id, active: false });
    expect(await at('bench').operators.showBadge({ code: people.Bo.badge })).toMatchObject({ ok: false });
    expect(await at('bench').operators.signIn({ operatorId: people.Bo.id, pin: PIN.Bo })).toMatchObject({
      error: { code: 'operator-not-found' },
    });
  });

  it('counts a change of role and a deactivation at once, and never lets the last admin go', async () => {
    const { backend, at, people, signIn } = await staffedDesk();
    await signIn('bench', 'Mei');
    const office = at('office').operators;
    await office.change({ id: people.Mei.id, role: 'packer' });
    expect(backend.context('bench').role).toBe('packer');
    await office.change({ id: people.Mei.id, active: false });
    expect(backend.context('bench').role).toBe('anyone');
    for (const change of [{ active: false }, { role: 'supervisor' as const }])
      expect(await office.change({ id: people.Ling.id, ...change })).toMatchObject({
        error: { code: 'operator-last-admin' },
      });
  });

  it('begins anew with the app: who was signed in has to sign in again', async () => {
    const { backend, dataDir } = await staffedDesk();
    await backend.close();
    const again = await openTestBackend({ dataDir });
    expect(again.backend.context('office').role).toBe('anyone');
  });
});
