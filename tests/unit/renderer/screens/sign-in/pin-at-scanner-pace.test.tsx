// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { SessionView } from '../../../../../shared/contract/operators.ts';
import type { Problem } from '../../../../../shared/contract/problem.ts';
import { err, type Result } from '../../../../../shared/kernel/result.ts';
import { mountOffice } from '../mount-office.tsx';
import { pressKey, settle } from '../../mount-page.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const locked: SessionView = {
  state: 'locked',
  operator: { id: 'bo', name: 'Bo', role: 'packer' },
  access: 'anyone',
  people: [{ id: 'bo', name: 'Bo', mayApprove: false }],
  keptScans: 0,
};

it('a PIN typed at scanner pace is told about, and is neither shown nor put by', async () => {
  let answer: (result: Result<never, Problem>) => void = () => undefined;
  const waits = new Promise<Result<never, Problem>>((done) => {
    answer = done;
  });
  const desk = await mountOffice('/', { 'packing.scan': () => waits }, { session: locked });
  // A page that has just come up does not trust what it hears.
  await settle(100);
  for (const key of ['1', ...'159263', 'Enter']) await pressKey(key);
  await settle(50);
  expect(desk.callsOf('packing.scan')).toMatchObject([{ text: '1159263', pinAsked: true }]);
  expect(JSON.stringify({ ...window.localStorage })).not.toContain('159263');
  answer(err({ code: 'scan-like-pin' }));
  await settle(50);
  expect(screen.getByRole('alert').textContent).toContain('Digits that may be a PIN were not kept');
  expect(document.body.innerHTML).not.toContain('159263');
  expect(desk.callsOf('operators.signIn')).toEqual([]);
});

it('digits nobody ended are noted as such', async () => {
  const desk = await mountOffice('/', {}, { session: locked });
  for (const key of '159263') await pressKey(key);
  await settle(2_000);
  expect(desk.callsOf('scans.note')).toMatchObject([{ pinAsked: true }]);
});
