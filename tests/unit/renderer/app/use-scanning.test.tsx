// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { mountPage, pressKey, settle } from '../mount-page.tsx';
import { fakeHid, report } from '../scanning/fake-hid.ts';

afterEach(() => {
  Reflect.deleteProperty(navigator, 'hid');
  window.localStorage.clear();
});

it('a scanner that is no keyboard is heard once, on a desk in another language than the page began in', async () => {
  const { hid, device, send } = fakeHid();
  Object.defineProperty(navigator, 'hid', { value: hid, configurable: true });
  window.localStorage.setItem('dispatch-desk.scanner-device', `hid ${device.vendorId} ${device.productId}`);
  const { desk } = await mountPage({ settings: { 'ui.language': 'en' } });
  await vi.waitFor(() => expect(device.open).toHaveBeenCalledTimes(1));
  await act(async () => void send(report('3726152600446', false)));
  await settle();
  expect(desk.inputs).toEqual(['3726152600446']);
});

it('a code that comes while the language changes stays one code', async () => {
  const { desk } = await mountPage();
  for (const key of '37261') await pressKey(key);
  await desk.client.settings.set({ key: 'ui.language', value: 'en' });
  await act(async () => desk.tell({ kind: 'event', event: { seq: 1, name: 'settings.changed', ids: [] } }));
  await vi.waitFor(() => expect(document.documentElement.lang).toBe('en'));
  for (const key of '52600') await pressKey(key);
  await pressKey('Enter');
  expect(desk.inputs).toEqual(['3726152600']);
});
