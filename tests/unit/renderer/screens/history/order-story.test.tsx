// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { OrderStory } from '../../../../../shared/contract/history.ts';
import { ok } from '../../../../../shared/kernel/result.ts';
import { opRow, opStory, order } from '../../../../support/office-data.ts';
import { mountOffice } from '../mount-office.tsx';

const at = '2026-11-21T08:00:00.000Z';
const scan = { at, isKey: false, took: 'nothing', verdict: 'refused', reason: '', operator: 'Bo' } as const;
const story: OrderStory = {
  shopId: 's1',
  shop: 'Tea',
  orderId: '3705115058471208928',
  order: null,
  orderAsOf: null,
  packages: [
    opStory({
      row: opRow({ state: 'rejected' }),
      attempts: [
        {
          ...{ no: 1, startedAt: at, endedAt: at, phase: 'answered', httpStatus: 200, code: '6060479', message: '' },
          ...{ requestId: '', verdict: 'refused' },
        },
        {
          ...{ no: 2, startedAt: at, endedAt: at, phase: 'answered', httpStatus: 200, code: '0', message: 'ok' },
          ...{ requestId: 'rid-2', verdict: 'applied' },
        },
      ],
    }),
  ],
  scans: [
    { ...scan, text: '{"action":"acknowledge"}', isKey: true, took: 'command', verdict: 'acknowledged' },
    { ...scan, text: '{"action":"undo"}', isKey: true, took: 'command', reason: 'undo-too-late' },
    { ...scan, text: '6900000000000', reason: 'item-not-in-order' },
    { ...scan, text: '6900000000', reason: 'no-suffix' },
  ],
  held: null,
};

it('the story of an order tells keys, refusals and answers in words, not in ids', async () => {
  await mountOffice('/history/s1/3705115058471208928', { 'history.story': () => ok(story) });
  const told = [...document.querySelectorAll('ol li')].map((line) => line.textContent).join('\n');
  for (const id of ['acknowledge', '"action"', 'undo-too-late', 'item-not-in-order', 'no-suffix'])
    expect(told).not.toContain(id);
  expect(told).toContain('Key or command: Understood');
  expect(told).toContain('Key or command: Undo, refused (This package is save');
  expect(told).toContain('the scanner sent no Enter');
  expect(told).toMatch(/Try 1 · .*[Cc]ode 6060479/);
  expect(told).toMatch(/Try 2 · [^·]+ · rid-2/);
  expect(screen.queryByText(/story.failed/)).toBeNull();
});

it('a status the platform told before a package was confirmed says when it was told, and what came since', async () => {
  const confirmed = opStory({ row: opRow({ state: 'shipped', updatedAt: '2026-11-21T09:00:00.000Z' }) });
  const stale: OrderStory = { ...story, order: order(), orderAsOf: at, packages: [confirmed] };
  await mountOffice('/history/s1/3705115058471208928', { 'history.story': () => ok(stale) });
  const status = screen.getByText('State', { selector: 'dt' }).nextElementSibling?.textContent ?? '';
  expect(status).toMatch(/^To ship \(as the platform said .+\)since then it confirmed 1 package/);
});

it('a status newer than the confirmation stands alone', async () => {
  const confirmed = opStory({ row: opRow({ state: 'shipped', updatedAt: at }) });
  const fresh: OrderStory = { ...story, order: order({ status: 'shipped' }), orderAsOf: at, packages: [confirmed] };
  await mountOffice('/history/s1/3705115058471208928', { 'history.story': () => ok(fresh) });
  expect(document.body.textContent).not.toContain('since then');
});
