import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { onTestFinished, vi } from 'vitest';
import { App } from '../../../../renderer/app/app.tsx';
import { createI18n } from '../../../../renderer/i18n/create-i18n.ts';
import { createScannerStore } from '../../../../renderer/scanning/scanner-store.ts';
import { createAppState } from '../../../../renderer/state/app-state.tsx';
import type { FakeDeskOptions } from '../../../support/fake-desk.ts';
import { createOfficeDesk, type OfficeAnswers, type OfficeDesk } from '../../../support/office-desk.ts';
import { settle } from '../mount-page.tsx';

const LIST_HEIGHT = 800;
const ROW_HEIGHT = 80;

/** The whole page on one of its office pages, in English unless told otherwise, over answers a test chooses. */
export async function mountOffice(
  path: string,
  answers: OfficeAnswers,
  options: FakeDeskOptions = {},
): Promise<OfficeDesk> {
  // A page without layout has no heights; lists show only what fits into theirs.
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(1_000);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(LIST_HEIGHT);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(ROW_HEIGHT);
  // Growing text areas listen for late fonts, which this page without layout does not have.
  Object.defineProperty(document, 'fonts', { value: new EventTarget(), configurable: true });
  window.history.replaceState(null, '', `#${path}`);
  const desk = createOfficeDesk(answers, {
    ...options,
    settings: { 'ui.language': 'en', 'ui.sound': false, ...options.settings },
  });
  render(<App state={createAppState(desk)} scanner={createScannerStore()} i18n={createI18n('en')} />);
  onTestFinished(cleanup);
  await settle(20);
  return desk;
}

export const click = async (element: Element): Promise<void> => {
  await act(async () => fireEvent.click(element, { detail: 1 }));
  await settle(20);
};

/** Presses the button with exactly this name. */
export const press = (name: string): Promise<void> => click(button(name));

/** Looks for hidden ones too: working out what is hidden takes a page without layout very long. */
export const button = (name: string): HTMLButtonElement =>
  screen.getByRole<HTMLButtonElement>('button', { name, hidden: true });

export const type = async (label: string | RegExp, text: string): Promise<void> => {
  await act(async () => fireEvent.change(screen.getByLabelText(label), { target: { value: text } }));
  await settle(20);
};

export const key = async (target: Element, name: string): Promise<void> => {
  await act(async () => fireEvent.keyDown(target, { key: name, code: name }));
  await settle(20);
};
