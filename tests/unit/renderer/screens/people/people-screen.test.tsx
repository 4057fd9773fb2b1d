// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { OperatorView } from '../../../../../shared/contract/operators.ts';
import { err, ok } from '../../../../../shared/kernel/result.ts';
import { mountOffice, press } from '../mount-office.tsx';

const bo: OperatorView = {
  ...{ id: 'bo', name: 'Bo', role: 'packer', active: true, badge: '9902000018', pin: 'good' },
  createdAt: '2026-11-21T08:00:00.000Z',
};
const answers = (person: OperatorView) => ({
  'operators.list': () => ok([person]),
  'operators.change': () => ok(person),
  'operators.renewBadge': () => ok(person),
});

it.each([
  ['Deactivate', 'Deactivate Bo', 'operators.change', { id: 'bo', active: false }],
  ['New badge number', 'Change the number', 'operators.renewBadge', { id: 'bo' }],
])('asks a second time before %s, and only a click on its own button does it', async (first, second, call, input) => {
  const desk = await mountOffice('/people', answers(bo));
  await press(first);
  expect(desk.callsOf(call)).toEqual([]);
  await press('Back');
  expect(desk.callsOf(call)).toEqual([]);
  await press(first);
  expect(document.activeElement?.textContent).not.toBe(second);
  await press(second);
  expect(desk.callsOf(call)).toEqual([input]);
});

it('activates again without a question', async () => {
  const desk = await mountOffice('/people', answers({ ...bo, active: false }));
  await press('Activate');
  expect(desk.callsOf('operators.change')).toEqual([{ id: 'bo', active: true }]);
});

it('tells a packer who looks after people, and how one of them signs in', async () => {
  const desk = await mountOffice('/people', {
    'operators.list': () => err({ code: 'not-allowed', role: 'supervisor' }),
  });
  expect(screen.getByText('People are looked after by supervisors and admins')).toBeTruthy();
  expect(screen.queryByLabelText('Name')).toBeNull();
  expect(screen.queryByRole('alert')).toBeNull();
  await press('Somebody else signs in');
  expect(desk.callsOf('operators.list')).toHaveLength(1);
});

it('asks for no first person while nobody can say who is there', async () => {
  await mountOffice('/people', { 'operators.list': () => err({ code: 'unreachable' }) });
  expect(await screen.findByRole('alert')).toBeTruthy();
  expect(screen.queryByLabelText('Name')).toBeNull();
});
