// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ok } from '../../../../shared/kernel/result.ts';
import { mountPage } from '../mount-page.tsx';
import { mountOffice } from '../screens/mount-office.tsx';

const leave = (): Promise<void> => act(async () => void window.dispatchEvent(new Event('blur')));
const board = { carriers: [], handed: 0, waiting: 0, latest: [] };

it('greys the bench while another window has the keyboard, until this one has it again', async () => {
  await mountPage();
  expect(screen.queryByTestId('blurred')).toBeNull();
  await leave();
  expect(screen.getByTestId('blurred').textContent).toContain('点一下窗口再扫');
  await act(async () => fireEvent.pointerDown(document.body));
  expect(screen.queryByTestId('blurred')).toBeNull();
});

it('greys the courier’s pile too, where a lost scan is a parcel that was not counted', async () => {
  await mountOffice('/shift/hand-over', { 'shift.board': () => ok(board) });
  await leave();
  expect(screen.getByTestId('blurred')).toBeTruthy();
});

it('leaves an office page to be read beside another window', async () => {
  await mountOffice('/shops', { 'shops.list': () => ok([]) });
  await leave();
  expect(screen.queryByTestId('blurred')).toBeNull();
});
