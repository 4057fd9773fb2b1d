import { act, cleanup, render } from '@testing-library/react';
import { onTestFinished, vi } from 'vitest';
import { App } from '../../../renderer/app/app.tsx';
import { createI18n } from '../../../renderer/i18n/create-i18n.ts';
import { createScannerStore, type ScannerStore } from '../../../renderer/scanning/scanner-store.ts';
import { createAppState } from '../../../renderer/state/app-state.tsx';
import { createFakeDesk, type FakeDesk, type FakeDeskOptions } from '../../support/fake-desk.ts';

/** The whole page over a backend in memory, and a keyboard in front of it. */
export type MountedPage = {
  readonly desk: FakeDesk;
  readonly scanner: ScannerStore;
  readonly press: (key: string) => Promise<boolean>;
};

export async function mountPage(options: FakeDeskOptions = {}): Promise<MountedPage> {
  window.location.hash = '';
  const desk = createFakeDesk({ ...options, settings: { 'ui.sound': false, ...options.settings } });
  const scanner = createScannerStore();
  render(<App state={createAppState(desk)} scanner={scanner} i18n={createI18n('zh-CN')} />);
  onTestFinished(cleanup);
  await settle();
  return { desk, scanner, press: pressKey };
}

/** Lets answers arrive and the page draw them. */
export const settle = (ms = 0): Promise<unknown> =>
  act(() => (vi.isFakeTimers() ? vi.advanceTimersByTimeAsync(ms) : new Promise((done) => setTimeout(done, ms))));

/** One key on whatever has the focus; true when the page kept it from doing anything else. */
export async function pressKey(key: string): Promise<boolean> {
  const code = /^\d$/.test(key)
    ? `Digit${key}`
    : /^[a-z]$/i.test(key)
      ? `Key${key.toUpperCase()}`
      : key === ' '
        ? 'Space'
        : key;
  const target = document.activeElement ?? document.body;
  const event = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true });
  await act(async () => {
    target.dispatchEvent(event);
    // A browser clicks the focused button for Enter and Space unless the page keeps them.
    if (!event.defaultPrevented && (key === 'Enter' || key === ' ') && target instanceof HTMLButtonElement)
      target.dispatchEvent(new MouseEvent('click', { bubbles: true, detail: 0 }));
  });
  await settle();
  return event.defaultPrevented;
}
