import { describe, expect, it } from 'vitest';
import type { ScanOrigin } from '../../../shared/contract/scans.ts';
import { ORDER_ID, order, orderLine, setup, who } from '../packing/bench.ts';

const TEA = '6901234567892';
const CUP = '6909876543218';
const ZTO = '75531717192345';
const ZTO_2 = '75531717192346';
const START_MS = Date.parse('2026-11-21T02:00:00Z');

/** Numbers scans the way a page does; each is its own trigger pull unless it says otherwise. */
function scanner(bench: ReturnType<typeof setup>, run = 'page-1') {
  let seq = 0;
  return async (text: string, atMs: number, more: Partial<ScanOrigin> = {}): Promise<string> => {
    seq += 1;
    const origin: ScanOrigin = {
      ...{
        run,
        seq,
        pull: seq,
        source: 'wedge',
        atMs: START_MS + atMs,
        symbology: null,
        timing: null,
        ime: 'none',
        whole: true,
      },
      ...more,
    };
    return (await bench.packing.scan(text, who(), origin)).verdict;
  };
}

describe('a scan that is handed in again', () => {
  it('counts once, gets its old verdict, and does so after a restart too', async () => {
    const bench = setup();
    const scan = scanner(bench);
    await scan(ORDER_ID, 0);
    expect(await scan(TEA, 1_000, { seq: 50 })).toBe('item-accepted');
    expect(await scan(TEA, 1_000, { seq: 50 })).toBe('item-accepted');
    expect(bench.packing.view().unpacked).toBe(2);
    const origin: ScanOrigin = {
      ...{ run: 'page-1', seq: 50, pull: 50, source: 'wedge', atMs: START_MS + 9_000 },
      ...{ symbology: null, timing: null, ime: 'none', whole: true },
    };
    const reopened = bench.reopen();
    expect((await reopened.scan(TEA, who(), origin)).verdict).toBe('item-accepted');
    expect(reopened.view().unpacked).toBe(2);
  });
});

describe('the same code again', () => {
  it('is one trigger pull within 250 ms, judged by when it was scanned and not by when it was handled', async () => {
    const bench = setup([order({ lines: [orderLine(1, TEA, 4)] })]);
    const scan = scanner(bench);
    await scan(ORDER_ID, 0);
    await scan(TEA, 1_000);
    bench.pass(5_000); // A backend that was busy for a while.
    expect(await scan(TEA, 1_200)).toBe('double-read');
    expect(await scan(TEA, 1_300)).toBe('item-accepted');
    expect(bench.packing.view().unpacked).toBe(2);
  });

  it('raises no second error for a refused code that was read twice', async () => {
    const bench = setup();
    const scan = scanner(bench);
    expect(await scan('NOSUCHORDER', 0)).toBe('refused');
    expect(await scan('NOSUCHORDER', 200)).toBe('double-read');
  });

  it('is a soft tick for an order within two seconds', async () => {
    const scan = scanner(setup());
    await scan(ORDER_ID, 0);
    expect(await scan(ORDER_ID, 1_900)).toBe('duplicate-ignored');
  });
});

describe('several codes from one trigger pull', () => {
  it('takes the waybill that is due and says nothing of the rest of the label', async () => {
    const bench = setup([order({ lines: [orderLine(1, TEA, 1)] })]);
    const scan = scanner(bench);
    await scan(ORDER_ID, 0);
    await scan(TEA, 1_000);
    expect(await scan(ZTO, 2_000, { pull: 90 })).toBe('order-saved');
    expect(await scan('https://example.com/track?id=1', 2_050, { pull: 90 })).toBe('pull-ignored');
    expect(await scan('S01-02', 2_100, { pull: 90 })).toBe('pull-ignored');
    expect(bench.packing.view().blocked).toBeNull();
  });

  it('saves one package for one label, however many numbers stand on it', async () => {
    const bench = setup();
    const scan = scanner(bench);
    await scan(ORDER_ID, 0);
    await scan(TEA, 1_000);
    await bench.key('seal');
    await scan(CUP, 2_000);
    await bench.key('seal');
    expect(await scan(ZTO, 3_000, { pull: 90 })).toBe('package-saved');
    expect(await scan(ZTO_2, 3_060, { pull: 90 })).toBe('pull-ignored');
    expect(bench.saved).toHaveLength(1);
  });

  it('gives one error where none of them fits, and none that stays where a later one does', async () => {
    const bench = setup();
    const scan = scanner(bench);
    expect(await scan('S01-02', 0, { pull: 90 })).toBe('refused');
    expect(await scan('S01-03', 60, { pull: 90 })).toBe('pull-ignored');
    expect(await scan(ORDER_ID, 120, { pull: 90 })).toBe('order-opened');
    expect(bench.packing.view().blocked).toBeNull();
  });

  it('lets a waybill that is recognised overrule a code that only might be one', async () => {
    const bench = setup([order({ lines: [orderLine(1, TEA, 1)] })]);
    const scan = scanner(bench);
    await scan(ORDER_ID, 0);
    await scan(TEA, 1_000);
    expect(await scan('S01-02', 2_000, { pull: 90 })).toBe('carrier-wanted');
    expect(await scan('B17-99', 2_050, { pull: 90 })).toBe('pull-ignored');
    expect(await scan(ZTO, 2_100, { pull: 90 })).toBe('order-saved');
    expect(await scan('A-77', 2_150, { pull: 90 })).toBe('pull-ignored');
    expect(bench.saved).toHaveLength(1);
  });

  it('counts every one of the goods', async () => {
    const bench = setup();
    const scan = scanner(bench);
    await scan(ORDER_ID, 0);
    expect(await scan(TEA, 1_000, { pull: 90 })).toBe('item-accepted');
    expect(await scan(CUP, 1_050, { pull: 90 })).toBe('line-complete');
  });
});

describe('what the scanner says of a barcode', () => {
  it('is taken off the code and tells goods from a waybill of the same digits', async () => {
    const bench = setup([order({ lines: [orderLine(1, TEA, 1)] })]);
    const scan = scanner(bench);
    expect(await scan(`]C0${ORDER_ID}`, 0)).toBe('order-opened');
    expect(await scan(`】E0${TEA}`, 1_000)).toBe('all-packed');
    expect(await scan(`]E0${ZTO}`, 2_000)).toBe('refused');
    expect(bench.packing.view().blocked?.problem).toMatchObject({ code: 'scan-not-waybill', reason: 'goods-barcode' });
    expect(await scan(`]C0${ZTO}`, 5_000)).toBe('order-saved');
  });
});

describe('a scan whose first keys went elsewhere', () => {
  it('is refused however good it looks, and the same code again is taken', async () => {
    const bench = setup();
    const scan = scanner(bench);
    expect(await scan(ORDER_ID, 0, { whole: false })).toBe('refused');
    expect(bench.packing.view()).toMatchObject({ order: null, blocked: { problem: { code: 'scan-cut' } } });
    expect(await scan(ORDER_ID, 1_000)).toBe('order-opened');
  });
});

describe('a scan an input method has spoilt', () => {
  it('is refused in plain words and counted, whatever it looks like', async () => {
    const bench = setup();
    const scan = scanner(bench);
    expect(await scan(ORDER_ID, 0, { ime: 'unreliable' })).toBe('refused');
    expect(bench.packing.view()).toMatchObject({ order: null, blocked: { problem: { code: 'scan-ime' } } });
    expect(bench.scanLog.figures(0)).toMatchObject({ scans: 1, refused: 1, imeRefused: 1 });
  });
});
