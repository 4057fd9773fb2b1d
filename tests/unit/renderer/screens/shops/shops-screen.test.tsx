// @vitest-environment happy-dom
import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Problem } from '../../../../../shared/contract/problem.ts';
import type { ShopView } from '../../../../../shared/contract/shops.ts';
import { PLATFORMS } from '../../../../../shared/domain/platforms/platform-list.ts';
import { err, ok } from '../../../../../shared/kernel/result.ts';
import { jobView, shopView } from '../../../../support/office-data.ts';
import type { OfficeAnswers } from '../../../../support/office-desk.ts';
import { settle } from '../../mount-page.tsx';
import { button, click, mountOffice, press, type } from '../mount-office.tsx';

const SECRET = 'example-secret-of-a-shop';

const answers = (shops: readonly ShopView[], more: OfficeAnswers = {}): OfficeAnswers => ({
  'shops.list': () => ok(shops),
  'shops.test': () => ok({ carriers: 42, clockSkewSeconds: 1 }),
  'orders.jobs': () => ok([]),
  ...more,
});

const openAdd = async (more: OfficeAnswers = {}) => {
  const desk = await mountOffice('/shops', answers([shopView()], more));
  await press('Add a shop');
  return desk;
};

const fill = async (name: string): Promise<void> => {
  await type(/^Name of the shop/, name);
  await type(/^AppID/, 'wx-example');
  await type(/^AppSecret/, SECRET);
};

describe('the list of shops', () => {
  it('shows credentials only as configured, with their last two characters', async () => {
    await mountOffice('/shops', answers([shopView()]));
    expect(screen.getByText('configured, ends 3F')).toBeTruthy();
    expect(screen.getByText('Working')).toBeTruthy();
  });

  it('says why an account is blocked and what opens it again', async () => {
    await mountOffice(
      '/shops',
      answers([shopView({ gate: 'ip' }), shopView({ id: 's2', name: 'B', gate: 'new-cause' })]),
    );
    const [first, second] = screen.getAllByRole('alert');
    expect(first?.textContent).toContain('IP is not on the platform’s list');
    expect(first?.textContent).toContain('IP allow-list');
    expect(second?.textContent).toContain('new-cause');
  });

  it('names each order that cannot be read, why, and that it is tried again', async () => {
    const problem: Problem = {
      ...({ code: 'connection-failed', step: 'bad-answer', platformCode: '', requestId: '' } as const),
      message: 'the answer lacks status',
    };
    const times = { since: '2026-11-21T08:00:00.000Z', nextAt: '2026-11-21T08:04:00.000Z' };
    const unread = [{ orderId: '3705115058471208928', problem, ...times }];
    await mountOffice('/shops', answers([shopView({ unread })]));
    const list = screen.getByRole('region', { name: 'Orders that cannot be read' });
    expect(list.textContent).toContain('3705115058471208928');
    expect(list.textContent).toContain('The platform’s answer makes no sense · the answer lacks status');
    expect(list.textContent).toMatch(/tried again at .*04:00/);
  });

  it('takes no credentials where they cannot be sealed', async () => {
    const info = {
      version: '0.1.0',
      features: { host: 'loopback', printing: true, pdf: false, updates: false, ownWindow: false },
      firstRun: false,
      recovered: null,
      vault: { available: false, backend: 'basic_text' },
    };
    await mountOffice('/shops', answers([shopView()], { 'system.info': () => ok(info) }));
    expect(screen.getByText('Credentials cannot be stored')).toBeTruthy();
    expect(button('Add a shop').disabled).toBe(true);
  });

  it('pauses and resumes', async () => {
    const desk = await mountOffice('/shops', answers([shopView()], { 'shops.pause': () => ok(shopView()) }));
    await press('More for “山野茶铺”');
    await click(await screen.findByRole('menuitem', { name: 'Pause sending', hidden: true }));
    expect(desk.callsOf('shops.pause')).toEqual([{ shop: 's1' }]);
  });

  it('follows a pull to its end, even one that was over at once', async () => {
    const started = jobView({ id: 'p1', kind: 'pull' });
    const over = { ...started, state: 'done' as const, phase: 'finished' as const, accepted: 7 };
    await mountOffice(
      '/shops',
      answers([shopView()], { 'orders.pull': () => ok(started), 'orders.jobs': () => ok([over]) }),
    );
    await press('Pull orders');
    expect(screen.getByText('Pulled 7 orders')).toBeTruthy();
  });
});

describe('the test of a connection', () => {
  it('names the step it stops at, what to do, the address the platform sees and its request id', async () => {
    const failed = err({
      code: 'connection-failed' as const,
      step: 'ip' as const,
      platformCode: '40164',
      message: 'invalid ip 203.0.113.7 ipv6 ::ffff:203.0.113.7, not in whitelist',
      requestId: 'rid-1',
    });
    await mountOffice('/shops', answers([shopView()], { 'shops.test': () => failed }));
    await press('Test connection');
    const told = screen.getByRole('region', { name: 'Connection' }).textContent;
    expect(told).toContain('It stops at: IP allow-list');
    expect(told).toContain('The platform sees this machine as 203.0.113.7');
    expect(told).toContain('40164');
    expect(told).toContain('rid-1');
  });

  it('warns of a clock that is minutes off', async () => {
    const skewed = () => ok({ carriers: 42, clockSkewSeconds: -600 });
    await mountOffice('/shops', answers([shopView()], { 'shops.test': skewed }));
    await press('Test connection');
    expect(screen.getByText(/clock is 600 s off/)).toBeTruthy();
  });
});

describe('adding a shop', () => {
  it('offers what this version can connect to and only names the rest', async () => {
    await openAdd();
    for (const { names, available } of Object.values(PLATFORMS)) {
      const radio = screen.getByRole<HTMLInputElement>('radio', { name: new RegExp(`^${names.en}`) });
      expect([names.en, radio.disabled]).toEqual([names.en, !available]);
    }
  });

  it('hands secrets over once and keeps them nowhere on the page', async () => {
    const desk = await openAdd({ 'shops.add': () => ok(shopView({ id: 's9', name: 'New' })) });
    await fill('New');
    const field = screen.getByLabelText<HTMLInputElement>(/^AppSecret/);
    expect(field.type).toBe('password');
    expect(field.autocomplete).toBe('new-password');
    await press('Save and test the connection');
    expect(desk.callsOf('shops.add')).toEqual([
      { name: 'New', platform: 'wechat-channels', credentials: { appId: 'wx-example', appSecret: SECRET } },
    ]);
    await settle(300);
    expect(document.documentElement.outerHTML).not.toContain(SECRET);
    expect([...document.querySelectorAll('input')].map(({ value }) => value)).not.toContain(SECRET);
    expect(desk.callsOf('shops.test')).toEqual([{ shop: 's9' }]);
    await press('Add a shop');
    expect(screen.getByLabelText<HTMLInputElement>(/^AppSecret/).value).toBe('');
  });

  it('asks for everything that is missing before anything is sent', async () => {
    const desk = await openAdd();
    await type(/^AppSecret/, 'with blank');
    await press('Save and test the connection');
    expect(screen.getByText('Give the shop a name')).toBeTruthy();
    expect(screen.getByText('This is needed')).toBeTruthy();
    expect(screen.getByText('There are blanks in it; check it')).toBeTruthy();
    expect(desk.callsOf('shops.add')).toEqual([]);
  });

  it('takes another address only over https, or on this machine', async () => {
    const desk = await openAdd({ 'shops.add': () => ok(shopView()) });
    await fill('New');
    await type(/^Address of the interface/, 'http://203.0.113.7');
    await press('Save and test the connection');
    expect(desk.callsOf('shops.add')).toEqual([]);
    await type(/^Address of the interface/, 'http://127.0.0.1:8123');
    await press('Save and test the connection');
    expect(desk.callsOf('shops.add')).toMatchObject([{ baseUrl: 'http://127.0.0.1:8123' }]);
  });

  it('says what the backend has against it', async () => {
    await openAdd({ 'shops.add': () => err({ code: 'shop-name-taken', name: 'New' }) });
    await fill('New');
    await press('Save and test the connection');
    expect(document.querySelector('[data-code="shop-name-taken"]')).toBeTruthy();
  });
});

describe('removing a shop', () => {
  const remove = async (shop: ShopView, more: OfficeAnswers = {}) => {
    const desk = await mountOffice('/shops', answers([shop], more));
    await press('More for “山野茶铺”');
    await click(await screen.findByRole('menuitem', { name: 'Remove shop', hidden: true }));
    return desk;
  };

  it('is not possible while packages are open, and says how many', async () => {
    await remove(shopView({ openOps: 4 }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByRole('alert').textContent).toContain('4 open packages');
    expect(dialog.queryByRole('button', { name: 'Remove' })).toBeNull();
  });

  it('says so too when they appeared meanwhile', async () => {
    await remove(shopView(), { 'shops.remove': () => err({ code: 'shop-has-open-work', shop: '山野茶铺', count: 2 }) });
    await type('Type the name of the shop to confirm', '山野茶铺');
    await press('Remove');
    expect(within(screen.getByRole('dialog')).getByRole('alert').textContent).toContain('2 open packages');
  });

  it('needs the name of the shop', async () => {
    const desk = await remove(shopView(), { 'shops.remove': () => ok({}) });
    expect(button('Remove').disabled).toBe(true);
    await type('Type the name of the shop to confirm', '山野茶铺');
    await press('Remove');
    expect(desk.callsOf('shops.remove')).toEqual([{ shop: 's1' }]);
  });
});
