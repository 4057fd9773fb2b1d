// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { JobView } from '../../../../../shared/contract/job.ts';
import { err, ok } from '../../../../../shared/kernel/result.ts';
import { jobView, order, orderRow } from '../../../../support/office-data.ts';
import type { OfficeAnswers } from '../../../../support/office-desk.ts';
import { settle } from '../../mount-page.tsx';
import { click, key, mountOffice, press, type } from '../mount-office.tsx';

const inMinutes = (minutes: number): string => new Date(Date.now() + minutes * 60_000).toISOString();

const answers = (more: OfficeAnswers = {}): OfficeAnswers => ({
  'orders.list': () => ok({ rows: [orderRow()], next: null, total: 1 }),
  'orders.show': () => ok(order()),
  'orders.jobs': () => ok([]),
  ...more,
});

describe('the list of orders', () => {
  it('says how late or how near a ship-by time is', async () => {
    const rows = [-95, 45, 600, null].map((minutes, index) =>
      orderRow({ orderId: `100${index}`, deadline: minutes === null ? null : inMinutes(minutes) }),
    );
    await mountOffice('/orders', answers({ 'orders.list': () => ok({ rows, next: null, total: 4 }) }));
    const texts = screen.getAllByRole('option').map((row) => row.textContent);
    expect(texts[0]).toContain('late by 1 h');
    expect(texts[1]).toContain('44 min left');
    expect(texts[2]).toContain('9 h left');
    expect(texts[3]).toContain('no ship-by time');
  });

  it('shows why a box must not leave', async () => {
    const rows = [orderRow({ flags: ['after-sale', 'address-change'] })];
    await mountOffice('/orders', answers({ 'orders.list': () => ok({ rows, next: null, total: 1 }) }));
    expect(screen.getByRole('option').textContent).toContain('After-sale case open: do not ship');
    expect(screen.getByRole('option').textContent).toContain('Buyer changes the address: do not ship');
  });

  it('searches for any text, and among all orders when nothing is to pack', async () => {
    const desk = await mountOffice('/orders', answers({ 'orders.list': () => ok({ rows: [], next: null, total: 0 }) }));
    await type('Search orders', ' SF123 ');
    await key(screen.getByLabelText('Search orders'), 'Enter');
    expect(desk.callsOf('orders.list').at(-1)).toMatchObject({ search: 'SF123', filter: 'to-pack' });
    await press('Look among all orders');
    expect(desk.callsOf('orders.list').at(-1)).toMatchObject({ search: 'SF123', filter: 'all' });
  });

  it('brings an order to the bench', async () => {
    const desk = await mountOffice('/orders', answers());
    await click(screen.getByRole('option'));
    await press('Pack this order');
    expect(desk.inputs).toEqual(['3705115058471208928']);
    expect(window.location.hash).toBe('#/');
  });

  it('does not offer to pack what is already packed', async () => {
    const rows = [orderRow({ left: 0, status: 'shipped' })];
    await mountOffice('/orders', answers({ 'orders.list': () => ok({ rows, next: null, total: 1 }) }));
    await click(screen.getByRole('option'));
    expect(screen.queryByRole('button', { name: 'Pack this order' })).toBeNull();
  });
});

describe('importing a file', () => {
  const choose = async (name: string, content = 'a,b\n1,2\n'): Promise<void> => {
    const input = document.querySelector('input[type="file"]') as HTMLInputElement;
    await act(async () => fireEvent.change(input, { target: { files: [new File([content], name)] } }));
    await settle(20);
  };
  const open = async (job: JobView, more: OfficeAnswers = {}) => {
    const desk = await mountOffice(
      '/orders',
      answers({ 'orders.importFile': () => ok(job), 'orders.job': () => ok(job), ...more }),
    );
    await press('Import a file');
    return desk;
  };
  const refused = jobView({
    state: 'done',
    phase: 'finished',
    done: 5,
    total: 5,
    accepted: 3,
    refused: 2,
    rows: [
      { row: 3, column: 'order_id', reason: 'lost-digits', value: '3.70512E+18', detail: '' },
      { row: 5, column: 'quantity', reason: 'not-a-number', value: 'two', detail: '' },
    ],
  });

  it('refuses what is not a table before it is sent anywhere', async () => {
    const desk = await open(jobView());
    await choose('photo.png');
    expect(screen.getByRole('alert').textContent).toContain('photo.png');
    await choose('empty.csv', '');
    expect(screen.getByRole('alert').textContent).toContain('is empty');
    expect(desk.callsOf('orders.importFile')).toEqual([]);
  });

  it('tells of every refused row its number, its column and what to do', async () => {
    const desk = await open(refused);
    await choose('orders.csv');
    expect(desk.callsOf('orders.importFile')).toEqual([{ kind: 'orders', fileId: 'file-1' }]);
    expect(screen.getByText('3 imported, 2 rows refused')).toBeTruthy();
    const rows = screen.getAllByRole('row').map((row) => row.textContent ?? '');
    expect(rows[1]).toMatch(/^3order number.*Set the column to Text/);
    expect(rows[2]).toMatch(/^5quantity.*must be a whole number.*two/);
  });

  it('shows a file whose columns are wrong as a problem, with nothing imported', async () => {
    const problem = { code: 'file-columns-missing', columns: 'order_id 订单号', found: 'a, b' };
    await open(jobView({ state: 'failed', phase: 'finished', problem }));
    await choose('wrong.csv');
    expect(screen.getByText('The file was not imported')).toBeTruthy();
    expect(document.querySelector('[data-code="file-columns-missing"]')?.textContent).toContain('订单号');
  });

  it('can be stopped, and then nothing is in', async () => {
    let job = jobView({ phase: 'checking', done: 500, total: 100_000 });
    const desk = await open(job, {
      'orders.job': () => ok(job),
      'orders.cancelJob': () => ok(job),
    });
    await choose('orders.csv');
    expect(screen.getByText('500 of 100000 rows')).toBeTruthy();
    await press('Stop the import');
    expect(screen.getByText('Stopping…')).toBeTruthy();
    job = jobView({ state: 'cancelled', phase: 'finished', problem: { code: 'job-cancelled' } });
    await act(async () => desk.changed('jobs.changed'));
    await settle(20);
    expect(screen.getByText('Stopped. Nothing of the file was imported.')).toBeTruthy();
  });

  it('says when the file did not arrive', async () => {
    const desk = await mountOffice('/orders', answers());
    desk.refuseUploads(err({ code: 'file-too-large', megabytes: 64 }));
    await press('Import a file');
    await choose('orders.csv');
    expect(document.querySelector('[data-code="file-too-large"]')).toBeTruthy();
    expect(screen.getByText('Drop a CSV or XLSX file here')).toBeTruthy();
  });
});
