// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ok } from '../../../../../shared/kernel/result.ts';
import { mountOffice } from '../mount-office.tsx';

const figures = { scans: 2, refused: 2, doubles: 0, imeRebuilt: 0, imeRefused: 0, noSuffix: 1 };
const row = {
  ...{ at: '2026-11-21T08:00:00.000Z', step: 'waybill', operator: 'Bo', took: 'command', verdict: 'refused' },
  origin: null,
};

it('the log of scans names keys and reasons in words', async () => {
  const rows = [
    { ...row, id: 2, isKey: true, text: '{"action":"weigh","grams":9000}', reason: 'weight-implausible' },
    { ...row, id: 1, isKey: false, text: '6901234567892', reason: 'no-suffix' },
  ];
  await mountOffice('/scanner', {
    'scans.list': () => ok({ rows, figures }),
    'scans.profile': () => ok({ profile: null }),
  });
  const told = screen.getByRole('table', { hidden: true }).textContent;
  expect(told).toContain('Weight');
  expect(told).toContain('cannot be right');
  expect(told).toContain('No Enter from the scanner');
  expect(told).toContain('6901234567892');
  for (const id of ['"action"', 'weight-implausible', 'no-suffix']) expect(told).not.toContain(id);
});
