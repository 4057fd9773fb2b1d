// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ok } from '../../../../../shared/kernel/result.ts';
import { opRow } from '../../../../support/office-data.ts';
import { key, mountOffice, type } from '../mount-office.tsx';

const answers = {
  'history.list': () => ok({ rows: [opRow()], next: null, building: false }),
  'history.choices': () => ok({ shops: [], operators: [], carriers: [] }),
};

it('a day is typed in the language of the page, and taken by Enter', async () => {
  const desk = await mountOffice('/history', answers);
  const from = screen.getByLabelText<HTMLInputElement>('From');
  expect(from.type).toBe('text');
  expect(from.placeholder).toBe('YYYY-MM-DD');
  await type('From', '2026/11/5');
  await key(from, 'Enter');
  expect(desk.callsOf('history.list').at(-1)).toMatchObject({ from: '2026-11-05' });
  expect(from.value).toBe('2026-11-05');
});

it('what is no day stays as it was typed, says how to write it, and asks for nothing', async () => {
  const desk = await mountOffice('/history', answers);
  const asked = desk.callsOf('history.list').length;
  await type('To', '2026-02-30');
  const to = screen.getByLabelText<HTMLInputElement>('To');
  await act(async () => fireEvent.blur(to));
  expect(to.value).toBe('2026-02-30');
  expect(screen.getByText('Write it as 2026-11-22')).toBeTruthy();
  expect(desk.callsOf('history.list')).toHaveLength(asked);
});
