// @vitest-environment happy-dom
import { act, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { keepPage } from '../../../../renderer/app/kept-page.ts';
import type { SessionView } from '../../../../shared/contract/operators.ts';
import { ok } from '../../../../shared/kernel/result.ts';
import { pressKey, settle } from '../mount-page.tsx';
import { click, mountOffice, type } from '../screens/mount-office.tsx';

const people = ['bo', 'mei'].map((id) => ({ id, name: id, mayApprove: false }));
const at = (id: string, more: Partial<SessionView> = {}): SessionView => ({
  ...{ state: 'signed-in', operator: { id, name: id, role: 'admin' }, access: 'admin', people, keptScans: 0 },
  ...more,
});
const lockedBy = (id: string): SessionView => at(id, { state: 'locked', access: 'anyone' });

/** A desk with a half-filled form for a new shop, and a session that changes hands. */
async function halfFilled() {
  let session = at('bo');
  const desk = await mountOffice('/shops', {
    'shops.list': () => ok([]),
    'operators.session': () => ok(session),
  });
  await click(screen.getAllByRole('button', { name: 'Add a shop', hidden: true })[0] ?? document.body);
  await type(/^Name of the shop/, 'Tea of Bo');
  return {
    turn: async (next: SessionView): Promise<void> => {
      session = next;
      await act(async () => desk.tell({ kind: 'event', event: { seq: 2, name: 'session.changed', ids: [] } }));
      await settle(50);
    },
  };
}

const typed = (): string | null => screen.queryByLabelText<HTMLInputElement>(/^Name of the shop/)?.value ?? null;
const isShown = (): boolean => screen.queryByLabelText(/^Name of the shop/)?.checkVisibility() === true;

it('a lock lays a half-filled form aside, where neither eyes nor keys reach it, and gives it back to who locked', async () => {
  const { turn } = await halfFilled();
  expect(isShown()).toBe(true);
  await turn(lockedBy('bo'));
  expect(screen.getByTestId('sign-in')).toBeTruthy();
  expect(isShown()).toBe(false);
  await pressKey('Escape');
  await turn(at('bo'));
  expect(isShown()).toBe(true);
  expect(typed()).toBe('Tea of Bo');
});

it('nobody else finds it, neither behind the lock nor by showing a badge at the open page', async () => {
  const { turn } = await halfFilled();
  await turn(lockedBy('bo'));
  await turn(at('mei'));
  expect(typed()).toBeNull();
  await turn(at('bo'));
  expect(typed()).toBeNull();
});

it('a badge shown at an open page clears what another one typed', async () => {
  const { turn } = await halfFilled();
  await turn(at('mei'));
  expect(typed()).toBeNull();
});

it('what is kept is told by person and leave', () => {
  const shown = { state: 'signed-in', access: 'admin', person: 'bo', covered: false } as const;
  const first = keepPage(null, shown);
  expect(first).toEqual({ no: 1, person: 'bo', access: 'admin' });
  const aside = keepPage(first, { ...shown, state: 'locked', access: 'anyone', covered: true });
  expect(aside).toBe(first);
  expect(keepPage(aside, shown)).toBe(first);
  expect(keepPage(aside, { ...shown, access: 'packer' })?.no).toBe(2);
  expect(keepPage({ no: 1, person: 'bo', access: 'packer' }, shown)).toEqual({ no: 1, person: 'bo', access: 'admin' });
  expect(keepPage(first, { ...shown, state: 'signed-out', person: '', covered: true })).toBeNull();
  expect(keepPage(first, { ...shown, state: 'locked', person: 'mei', covered: true })).toBeNull();
  expect(keepPage(null, { ...shown, state: 'locked', covered: true })).toBeNull();
});
