// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PackingView } from '../../../../../shared/contract/packing.ts';
import { ok } from '../../../../../shared/kernel/result.ts';
import { bench, line, order } from '../../../../support/bench-views.ts';
import { emptyBench, quietStatus } from '../../../../support/fake-desk.ts';
import { mountPage, settle } from '../../mount-page.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const lines = [line(1, { title: '高山乌龙', wanted: 3, packed: 1 }), line(2, { title: '茶具' })];
const open = bench(lines);
const refused: PackingView = {
  ...open,
  blocked: {
    problem: { code: 'item-not-in-order', text: '6900000000000', expected: '' },
    scanned: '6900000000000',
    expected: '高山乌龙',
  },
};
const band = (): string => screen.getByTestId('band').textContent;
const scan = async (page: { press: (key: string) => Promise<boolean> }, text: string): Promise<void> => {
  for (const key of [...text, 'Enter']) await page.press(key);
};

describe('the bench', () => {
  it('says what to scan, what is left and what is unpacked', async () => {
    await mountPage({ view: open });
    expect(band()).toContain('扫商品');
    expect(screen.getByTestId('left').textContent).toBe('还差3件');
    expect(screen.getByTestId('unpacked').textContent).toContain('3');
    expect(screen.getByText('高山乌龙').closest('li')?.dataset['rank']).toBe('next');
  });

  it('sends a scan with nothing focused exactly as it came', async () => {
    const page = await mountPage({ view: open });
    await scan(page, '6900000000001');
    expect(page.desk.inputs).toEqual(['6900000000001']);
    expect(screen.getByText('扫码枪 正常')).toBeTruthy();
  });

  it('flashes green for an accepted scan without waiting for it', async () => {
    const page = await mountPage({ view: open, onInput: (_, view) => ok({ verdict: 'item-accepted', view }) });
    await scan(page, '6900000000001');
    expect(screen.getByTestId('band').dataset['tone']).toBe('ok');
    await scan(page, '6900000000002');
    expect(page.desk.inputs).toHaveLength(2);
    await settle(500);
    expect(screen.getByTestId('band').dataset['tone']).toBe('ready');
  });

  it('shows 已存 with the end of the waybill, and by itself asks for the next order', async () => {
    const done: PackingView = {
      ...open,
      step: 'saved',
      unpacked: 0,
      packages: [{ no: 1, state: 'saved', items: [], carrierName: '圆通', waybill: 'YT8712345675717', opId: '1' }],
      saved: { orderId: '1', waybill: 'YT8712345675717', carrierName: '圆通', at: '2026-01-01T00:00:00.000Z' },
    };
    const page = await mountPage({ view: open, onInput: () => ok({ verdict: 'order-saved', view: done }) });
    await scan(page, 'YT8712345675717');
    expect(band()).toContain('已存 尾号 5717');
    await settle(1_500);
    expect(band()).toContain('扫订单');
    expect(screen.getByTestId('idle')).toBeTruthy();
  });

  it('does not go on asking for scans while the backend is silent', async () => {
    const page = await mountPage({ view: open });
    act(() => page.desk.tell({ kind: 'lost' }));
    expect(band()).toContain('先别打包');
    expect(band()).not.toContain('扫商品');
    expect(screen.getByTestId('band').dataset['tone']).toBe('input');
  });

  it('marks what it could make nothing of as a question, not as done', async () => {
    const scan = { at: '2026-01-01T00:00:00.000Z', text: 'KX-1042', ok: true, took: 'nothing', tail: '1042' } as const;
    await mountPage({ view: { ...open, recent: [scan, scan] } });
    expect(screen.getByTestId('last-scan').dataset['ok']).toBe('unsure');
  });

  it('is in English when the settings say so', async () => {
    await mountPage({ view: open, settings: { 'ui.language': 'en' } });
    expect(band()).toContain('Scan goods');
    expect(document.documentElement.lang).toBe('en');
  });
});

describe('a shift nobody has started', () => {
  it('is hinted at between two orders, and one key leads to its checklist', async () => {
    const page = await mountPage({ status: { ...quietStatus, shiftRunning: false } });
    expect(screen.getByTestId('no-shift').textContent).toContain('还没开班');
    await page.press('s');
    await settle(350);
    expect(window.location.hash).toBe('#/shift');
  });

  it('is not hinted at once it runs, nor over an open order', async () => {
    await mountPage({ status: quietStatus });
    expect(screen.queryByTestId('no-shift')).toBeNull();
    cleanup();
    await mountPage({ view: open, status: { ...quietStatus, shiftRunning: false } });
    expect(screen.queryByTestId('no-shift')).toBeNull();
  });
});

describe('an error', () => {
  it('covers the bench with what was scanned, what was expected and what to do', async () => {
    await mountPage({ view: refused });
    const overlay = screen.getByTestId('blocked');
    expect(overlay.textContent).toContain('不是这一单的商品');
    expect(overlay.textContent).toContain('6900000000000');
    expect(overlay.textContent).toContain('高山乌龙');
    expect(overlay.textContent).toContain('item-not-in-order');
  });

  it('that stops the box names its order and says where the box is', async () => {
    const stopped = { orderId: '3704612354559743233', places: [{ at: 'shelf', place: 4 } as const] };
    const problem = { code: 'order-flagged', orderId: stopped.orderId, flag: 'address-change' } as const;
    await mountPage({ view: { ...open, blocked: { problem, scanned: '', expected: '', stopped } } });
    const overlay = screen.getByTestId('blocked');
    expect(overlay.querySelector(`[data-code="${stopped.orderId}"]`)).toBeTruthy();
    expect(screen.getByTestId('box-places').textContent).toBe('在问题架 4 号');
  });

  it('is closed by F8', async () => {
    const page = await mountPage({ view: refused, onInput: () => ok({ verdict: 'acknowledged', view: open }) });
    await page.press('F8');
    expect(page.desk.inputs).toEqual(['acknowledge']);
    expect(screen.queryByTestId('blocked')).toBeNull();
  });

  it.each(['Enter', ' ', 'Escape'])('is not closed by %j, even with its button focused', async (key) => {
    const page = await mountPage({ view: refused, onInput: () => ok({ verdict: 'acknowledged', view: open }) });
    await page.press(key);
    screen.getByTestId('blocked').querySelector('button')?.focus();
    await page.press(key);
    expect(screen.getByTestId('blocked')).toBeTruthy();
    expect(page.desk.inputs).toEqual([]);
  });

  it('is closed by a click, and by the right code', async () => {
    const page = await mountPage({ view: refused, onInput: () => ok({ verdict: 'item-accepted', view: open }) });
    await act(async () => fireEvent.click(screen.getByText('知道了'), { detail: 1 }));
    expect(page.desk.inputs).toEqual(['acknowledge']);
    act(() => page.desk.show(refused));
    await settle();
    await scan(page, '6900000000001');
    expect(screen.queryByTestId('blocked')).toBeNull();
  });
});

it('a quantity that is none is told about at once, and Enter takes it nowhere', async () => {
  const page = await mountPage({ view: open });
  await page.press('F6');
  const field = screen.getByTestId('quantity').querySelector('input') ?? document.body;
  await act(async () => fireEvent.change(field, { target: { value: '0' } }));
  expect(screen.getByTestId('quantity').textContent).toContain('件数写 1 到');
  await act(async () => fireEvent.submit(screen.getByTestId('quantity')));
  expect(page.desk.inputs).toEqual([]);
});

describe('a choice of carrier', () => {
  const candidates = [
    { code: 'ZTO', name: '中通' },
    { code: 'YUNDA', name: '韵达' },
  ];
  const asking = bench(lines, { step: 'carrier', carrierChoice: { waybill: '75531717195834', candidates } });

  it('is made by a digit that stays alone', async () => {
    const page = await mountPage({ view: asking });
    await page.press('2');
    await settle(350);
    expect(page.desk.inputs).toEqual(['pick-carrier YUNDA']);
  });

  const odd = (code: string) => ({ code, name: code, waybillPattern: '^X[0-9]{4}$' });
  const among = (all: readonly { code: string; name: string }[]) =>
    bench(lines, {
      step: 'carrier',
      carrierChoice: { waybill: '75531717195834', candidates: [...all], nameMax: 20 },
    });

  it('has the field for a name before the buttons, so that nine of them do not hide it', async () => {
    await mountPage({ view: among(candidates) });
    const field = screen.getByLabelText(/名单里没有/);
    const first = screen.getByRole('button', { name: /中通/ });
    expect(field.compareDocumentPosition(first)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('notes a number that looks odd where that tells carriers apart, and nowhere where all of them have it', async () => {
    await mountPage({ view: among([odd('A'), ...candidates]) });
    expect(screen.getAllByText('单号不像这家的，确认没错就按')).toHaveLength(1);
    cleanup();
    await mountPage({ view: among([odd('A'), odd('B')]) });
    expect(screen.queryByText('单号不像这家的，确认没错就按')).toBeNull();
  });

  it('is found by typing after the key /: Enter takes the first that fits, digits are part of the text', async () => {
    const carriers = [...candidates, { code: 'SF', name: '顺丰速运' }, { code: 'TC8', name: '同城八' }];
    const page = await mountPage({ view: asking, carriers });
    expect(screen.getByText('还有 2 家')).toBeTruthy();
    await page.press('/');
    await settle(350);
    const field = screen.getByLabelText('找别家');
    expect(document.activeElement).toBe(field);
    const find = (text: string) => act(async () => fireEvent.change(field, { target: { value: text } }));
    await find('不在');
    expect(screen.getByText('名单里没有')).toBeTruthy();
    await page.press('Enter');
    await find('tc8');
    await page.press('8');
    await settle(350);
    expect(page.desk.inputs).toEqual([]);
    await page.press('Enter');
    expect(page.desk.inputs).toEqual(['pick-carrier TC8']);
  });

  it('is not made by the first digit of a scan', async () => {
    const page = await mountPage({ view: asking });
    await scan(page, '2234567');
    await settle(500);
    expect(page.desk.inputs).toEqual(['2234567']);
  });
});

describe('typing by hand', () => {
  it('opens with F7, submits with Enter and stays for the next code', async () => {
    const page = await mountPage({ view: open });
    await page.press('F7');
    const field = screen.getByLabelText<HTMLInputElement>('手工输入条码或单号');
    expect(document.activeElement).toBe(field);
    fireEvent.change(field, { target: { value: '6900000000001' } });
    await act(async () => fireEvent.submit(screen.getByTestId('typing')));
    expect(page.desk.inputs).toEqual(['6900000000001']);
    expect(field.value).toBe('');
    await page.press('Escape');
    expect(screen.queryByTestId('typing')).toBeNull();
  });

  it('keeps what a scanner sent without Enter', async () => {
    const page = await mountPage({ view: open });
    for (const key of '6900000000001') await page.press(key);
    await settle(1_600);
    expect(screen.getByLabelText<HTMLInputElement>('手工输入条码或单号').value).toBe('6900000000001');
    expect(screen.getByText('未检测到回车')).toBeTruthy();
  });
});

describe('being cut off', () => {
  it('from the platforms lets packing go on', async () => {
    const network = { online: false, since: new Date(Date.now() - 720_000).toISOString(), ordersAsOf: null };
    await mountPage({ view: open, status: { ...quietStatus, network } });
    expect(screen.getByText('断网 12 分钟，照常打包')).toBeTruthy();
    expect(band()).toContain('扫商品');
  });

  it('from the backend is said across the page, and the scan is handed in again', async () => {
    const page = await mountPage({ view: open });
    page.desk.setReachable(false, 'unannounced');
    await scan(page, '6900000000001');
    expect(screen.getByText('后台没有回应')).toBeTruthy();
    expect(screen.queryByText('这一下没有得到回答')).toBeNull();
    page.desk.setReachable(true);
    await settle();
    expect(screen.queryByText('后台没有回应')).toBeNull();
    expect(page.desk.inputs).toEqual(['6900000000001', '6900000000001']);
  });

  it('from the backend in the middle of a key is told, because only the packer can see what became of it', async () => {
    const page = await mountPage({ view: open });
    page.desk.setReachable(false, 'unannounced');
    await page.press('F3');
    await settle();
    expect(screen.getByText('这一下没有得到回答')).toBeTruthy();
  });
});

describe('practice', () => {
  const tray = [
    {
      shop: 'p',
      orderId: '3704612354559743233',
      lesson: null,
      items: [{ title: '茶', barcode: '1', quantity: 1, serialNumbers: [] }],
      waybills: ['YT1'],
    },
  ];
  const shops = quietStatus.shops.map((shop) => ({ ...shop, training: true }));

  it('is framed, and its codes can be clicked', async () => {
    const page = await mountPage({ view: emptyBench, status: { ...quietStatus, shops }, tray });
    expect(screen.getByTestId('training-frame')).toBeTruthy();
    await act(async () => fireEvent.click(screen.getByText('点这里')));
    expect(page.desk.inputs).toEqual(['3704612354559743233']);
  });

  it('is not framed while a real order is open', async () => {
    const view = bench(lines, { order: order(lines, { training: false }) });
    await mountPage({ view, status: { ...quietStatus, shops }, tray });
    expect(screen.queryByTestId('training-frame')).toBeNull();
    expect(screen.queryByTestId('tray')).toBeNull();
  });
});
