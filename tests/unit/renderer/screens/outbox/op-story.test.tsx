// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { OpStory } from '../../../../../shared/contract/outbox.ts';
import { err, ok } from '../../../../../shared/kernel/result.ts';
import { opRow, opStory, order } from '../../../../support/office-data.ts';
import { button, click, key, mountOffice, press, type } from '../mount-office.tsx';
import { answers, openFirst } from './open-outbox.ts';

describe('the story of a package', () => {
  it('shows tries, looks with their parcels, and who decided what', async () => {
    await openFirst(opRow({ state: 'conflict', code: 'local:shipped-otherwise' }), {
      attempts: [
        {
          no: 1,
          startedAt: '2026-11-21T08:00:01.000Z',
          endedAt: '2026-11-21T08:00:02.500Z',
          phase: 'answered',
          httpStatus: 200,
          code: '109001',
          message: 'order has been delivered',
          requestId: 'rid-77',
          verdict: 'look-first',
        },
      ],
      readBacks: [
        {
          at: '2026-11-21T08:00:03.000Z',
          result: 'foreign',
          detail: '',
          parcels: [{ carrierCode: 'YTO', carrierName: '圆通速递', waybill: 'YT8800112233445', items: [] }],
        },
      ],
      history: [
        { at: '2026-11-21T08:00:00.000Z', actor: '小李', action: 'T1', from: '', to: 'ready', detail: '' },
        { at: '2026-11-21T08:00:04.000Z', actor: '', action: 'T10', from: 'in_doubt', to: 'conflict', detail: '' },
      ],
    });
    const steps = screen.getAllByRole('listitem').map((item) => item.textContent ?? '');
    const timeline = steps.filter((text) => /Try 1|Looked|小李|the app/.test(text));
    expect(timeline).toHaveLength(4);
    expect(timeline[0]).toContain('小李');
    expect(timeline[1]).toContain('order has been delivered');
    expect(timeline[1]).toContain('rid-77');
    expect(timeline[1]).toContain('took 1500 ms');
    expect(timeline[2]).toContain('YT8800112233445');
    expect(timeline[3]).toContain('In doubt → Conflict');
  });

  it('looks again without asking', async () => {
    const desk = await openFirst(opRow({ state: 'in_doubt', actions: ['look-again'] }));
    await press('Look again');
    expect(desk.callsOf('outbox.lookAgain')).toEqual([{ id: 'op-1' }]);
  });

  it('withdraws only with a reason', async () => {
    const desk = await openFirst(opRow({ actions: ['cancel'] }));
    await press('Withdraw');
    expect(button('Withdraw, do not send').disabled).toBe(true);
    await type(/^Reason/, '  ');
    expect(button('Withdraw, do not send').disabled).toBe(true);
    await press('Buyer cancelled');
    await press('Withdraw, do not send');
    expect(desk.callsOf('outbox.cancel')).toEqual([{ id: 'op-1', reason: 'Buyer cancelled' }]);
  });

  it('keeps a dialog open with the reason when the backend refuses', async () => {
    const row = opRow({ actions: ['cancel'] });
    const refuse = () => err({ code: 'op-changed-meanwhile' as const });
    await mountOffice('/outbox', { ...answers([row]), 'outbox.cancel': refuse });
    await click(screen.getAllByRole('option')[0] as Element);
    await press('Withdraw');
    await press('Buyer cancelled');
    await press('Withdraw, do not send');
    expect(document.querySelector('[data-code="op-changed-meanwhile"]')).toBeTruthy();
    expect(screen.getByLabelText<HTMLTextAreaElement>(/^Reason/).value).toBe('Buyer cancelled');
  });
});

describe('a person’s word on an unknown outcome', () => {
  const row = opRow({ state: 'in_doubt', actions: ['confirm-shipped', 'confirm-not-shipped'] });
  const sent = {
    no: 1,
    startedAt: '2026-11-21T08:00:01.000Z',
    endedAt: null,
    phase: 'body-sent' as const,
    httpStatus: null,
    code: null,
    message: '',
    requestId: '',
    verdict: 'ambiguous',
  };

  it('is taken in two steps: the facts and a promise, then reason and evidence', async () => {
    const desk = await openFirst(row, { attempts: [sent] });
    await press('It was not shipped');
    const dialog = screen.getAllByRole('dialog').at(-1) as HTMLElement;
    expect(dialog.textContent).toContain('Last sent');
    expect(dialog.textContent).toContain('75890123456789');
    expect(dialog.textContent).toContain('not seen yet');
    expect(button('Next').disabled).toBe(true);
    await click(screen.getByLabelText(/I have looked at this order/));
    await press('Next');
    const confirm = 'Record as not shipped and send again';
    expect(button(confirm).disabled).toBe(true);
    await type(/^Reason/, 'checked by hand');
    expect(button(confirm).disabled).toBe(true);
    await type(/^Evidence/, 'back office says: to ship');
    await press(confirm);
    expect(desk.callsOf('outbox.resolve')).toEqual([
      { id: 'op-1', as: 'not-shipped', reason: 'checked by hand', evidence: 'back office says: to ship' },
    ]);
  });

  it('is never given by Enter', async () => {
    const desk = await openFirst(row);
    await press('It was shipped');
    await click(screen.getByLabelText(/I have looked at this order/));
    await press('Next');
    await type(/^Reason/, 'x');
    await type(/^Evidence/, 'y');
    await key(screen.getByLabelText(/^Evidence/), 'Enter');
    expect(desk.callsOf('outbox.resolve')).toEqual([]);
  });
});

const agree = (): Promise<void> => click(screen.getByLabelText('Checked against the label: send it anyway'));

describe('correcting a package', () => {
  it('sends only what was changed, in the form waybills are kept', async () => {
    const desk = await openFirst(opRow({ state: 'rejected', code: '6060479', actions: ['edit'] }));
    await press('Correct and send');
    expect(button('Save and queue again').disabled).toBe(true);
    await type('Waybill', '7553 1717 1958 34');
    await press('Save and queue again');
    expect(desk.callsOf('outbox.edit')).toEqual([{ id: 'op-1', waybill: '75531717195834' }]);
  });

  it('sends a number that does not look like the carrier’s only once it was said to be right', async () => {
    const desk = await openFirst(opRow({ state: 'rejected', code: '6060479', actions: ['edit'] }));
    await press('Correct and send');
    await type('Waybill', 'yt 8800 112233445');
    expect(screen.getByText('This does not look like a number of 中通快递')).toBeTruthy();
    expect(button('Save and queue again').disabled).toBe(true);
    await agree();
    await type('Waybill', 'yt 8800 112233446');
    expect(button('Save and queue again').disabled).toBe(true);
    await agree();
    await press('Save and queue again');
    expect(desk.callsOf('outbox.edit')).toEqual([{ id: 'op-1', waybill: 'YT8800112233446' }]);
  });

  it('refuses what cannot be a waybill before anything is sent', async () => {
    await openFirst(opRow({ state: 'rejected', actions: ['edit'] }));
    await press('Correct and send');
    await type('Waybill', '短');
    expect(button('Save and queue again').disabled).toBe(true);
    expect(screen.getByText('A waybill is 6 to 40 digits, letters or dashes')).toBeTruthy();
  });

  it('asks for as many serial numbers as there were', async () => {
    const row = opRow({ state: 'rejected', actions: ['edit'] });
    const story = opStory({ row });
    const item = { productId: '1', skuId: '2', quantity: 2 };
    const serialNumbers = [{ serialNumber: 'SN-A' }, { serialNumber: 'SN-B' }];
    const desk = await openFirst(row, {
      payload: {
        ...(story.payload as Extract<OpStory['payload'], { kind: 'send' }>),
        items: [{ ...item, serialNumbers }],
      },
    });
    await press('Correct and send');
    await type(/^Serial numbers/, 'SN-A');
    expect(button('Save and queue again').disabled).toBe(true);
    await type(/^Serial numbers/, 'SN-A\nSN-C');
    await press('Save and queue again');
    expect(desk.callsOf('outbox.edit')).toEqual([{ id: 'op-1', serialNumbers: ['SN-A', 'SN-C'] }]);
  });

  it.each([
    ['wechat-channels', 1, 'Used 1 of 3, as far as this desk knows.', /change no. 2/],
    ['wechat-dropship', 2, /Used 2; the platform’s limit is not published and assumed to be 3/, /last change/],
  ] as const)(
    'says on %s how many waybill changes are used, and warns of the next',
    async (platform, used, said, warned) => {
      const row = opRow({ state: 'shipped', platform, actions: ['correct-waybill'] });
      const desk = await openFirst(row, { corrections: { used, limit: 3 } });
      await press('Change the waybill');
      expect(screen.getByText(said)).toBeTruthy();
      expect(screen.getByText(warned)).toBeTruthy();
      expect(screen.queryByText(/electronic waybill/) !== null).toBe(platform === 'wechat-dropship');
      await type('New waybill', 'YT8800112233445');
      expect(button('Ask for the change').disabled).toBe(true);
      await agree();
      await press('Ask for the change');
      expect(desk.callsOf('outbox.correct')).toEqual([{ id: 'op-1', carrierCode: 'ZTO', waybill: 'YT8800112233445' }]);
    },
  );

  it('names the goods as their order does, and by their ids where the order is not known', async () => {
    const row = opRow({ state: 'shipped', actions: ['correct-waybill'] });
    await openFirst(row, {}, { 'orders.show': () => ok(order()) });
    await press('Change the waybill');
    const dialog = screen.getByRole('dialog', { name: /Change/ });
    expect(dialog.textContent).toContain('高山云雾绿茶 · 250 克 × 3');
    cleanup();
    await openFirst(row);
    await press('Change the waybill');
    expect(screen.getByRole('dialog', { name: /Change/ }).textContent).toContain('Product 10000123 · SKU 20000456 × 3');
  });

  it.each(['wechat-mini-shop', 'douyin-fengchao', 'vv-tool'] as const)(
    'offers no change on %s and says where it is made instead',
    async (platform) => {
      await openFirst(opRow({ state: 'shipped', platform }));
      expect(screen.queryByRole('button', { name: 'Change the waybill' })).toBeNull();
      expect(screen.getByText(/cannot correct a waybill: open the order in/)).toBeTruthy();
    },
  );

  it('refuses a refund only in two steps, with what it does to the buyer and a reason', async () => {
    const row = opRow({
      state: 'held',
      platform: 'douyin-fengchao',
      code: '60040',
      actions: ['release', 'refuse-refund'],
    });
    const desk = await openFirst(row);
    await press('Refuse the refund and ship');
    expect(screen.getByText(/does not get the money back/)).toBeTruthy();
    expect(button('Next').disabled).toBe(true);
    await click(screen.getByLabelText(/the buyer’s refund will be refused/));
    await press('Next');
    expect(button('Refuse the refund, ship').disabled).toBe(true);
    await type(/^Reason/, 'Buyer called');
    await press('Refuse the refund, ship');
    expect(desk.callsOf('outbox.refuseRefund')).toEqual([{ id: 'op-1', reason: 'Buyer called', understood: true }]);
  });
});
