import { describe, expect, it } from 'vitest';
import type { ScanOrigin } from '../../../shared/contract/scans.ts';
import type { ShiftReport } from '../../../shared/contract/shift.ts';
import { LOST_REQUEST, refusedWith } from '../../outbox/fake-platform.ts';
import { MINUTE } from '../../outbox/outbox-desk.ts';
import { good, openShiftDesk, type ShiftDesk } from './shift-desk.ts';

const START = { sound: 'good', scan: 'skipped', note: '' } as const;
const kinds = ({ differences }: ShiftReport) =>
  Object.fromEntries(differences.map((each) => [each.orderId, each.difference]));
const report = async (desk: ShiftDesk) => (await good(desk.bo.now({}))).report;

describe('the start of a shift', () => {
  it('says what was skipped and what is not in order, and belongs to who started it', async () => {
    const desk = openShiftDesk({ skewSeconds: 400 });
    desk.save('1', 'ZT1000001');
    await desk.clock.pass(31 * MINUTE);
    const { findings } = await good(desk.bo.now({}));
    expect(findings).toMatchObject({ queue: { result: 'bad', open: 1 }, clock: { result: 'bad', aheadSeconds: 400 } });
    const shift = await good(desk.bo.start({ ...START, note: 'scanner later' }));
    expect(shift).toMatchObject({ startedBy: 'Bo', note: 'scanner later' });
    expect(Object.fromEntries(shift.checks.map(({ check, result }) => [check, result]))).toEqual({
      ...{ sound: 'good', scan: 'skipped', network: 'good', queue: 'bad', clock: 'bad' },
    });
    expect(desk.audit.about(`shift:${shift.id}`, 5)).toMatchObject([
      { actor: 'Bo', action: 'shift.started', detail: { bad: 'queue clock', skipped: 'scan' } },
    ]);
  });

  it('is one for the bench: who starts again joins it', async () => {
    const desk = openShiftDesk();
    const first = await good(desk.bo.start(START));
    expect(await good(desk.mei.start(START))).toEqual(first);
  });

  it('tells a shop that cannot be reached', async () => {
    const desk = openShiftDesk();
    desk.outbox.noteReach('shop-1', false);
    const { findings } = await good(desk.bo.now({}));
    expect(findings.network).toEqual({ result: 'bad', shops: [{ name: 'Name of shop-1', reach: 'offline' }] });
  });
});

describe('the report', () => {
  it('counts packed, handed over and confirmed per carrier, and lists what does not agree, most urgent first', async () => {
    const desk = openShiftDesk();
    for (const no of ['1', '2', '3']) desk.save(no, `ZT100000${no}`);
    await desk.send();
    desk.fake.script(refusedWith('606031', { kind: 'refused', defect: false, field: 'waybill' }));
    desk.save('4', 'ZT1000004');
    await desk.clock.pass(100);
    await good(desk.bo.handOver({ text: 'ZT1000001' }));
    const told = await report(desk);
    expect(told.figures).toEqual({ packed: 4, handed: 1, confirmed: 3, differences: 3 });
    expect(told.carriers).toEqual([{ carrier: '中通快递', packed: 4, handed: 1, confirmed: 3 }]);
    expect(told.differences.map(({ orderId, difference, owner }) => [orderId, difference, owner])).toEqual([
      ['4', 'failed', 'packer'],
      ['2', 'confirmed-unhanded', 'packer'],
      ['3', 'confirmed-unhanded', 'packer'],
    ]);
  });

  it('lists what is in doubt, what left before the platform knew, and what is put aside', async () => {
    const desk = openShiftDesk();
    desk.fake.script(LOST_REQUEST);
    desk.save('1', 'ZT1000001');
    await desk.send();
    await desk.outbox.stop();
    desk.save('2', 'ZT1000002');
    await good(desk.bo.handOver({ text: 'ZT1000002' }));
    desk.database.exec(
      `INSERT INTO held_order (shop_id, order_id, body, held_at_ms, held_by) VALUES ('shop-1', '3', '[]', 5, 'Bo')`,
    );
    expect(kinds(await report(desk))).toEqual({ 1: 'doubt', 2: 'handed-unconfirmed', 3: 'on-hold' });
  });

  it('asks for no hand-over of what no courier takes', async () => {
    const desk = openShiftDesk();
    desk.save('1', '', { deliver: { type: 'none' } });
    expect(kinds(await report(desk))).toEqual({ 1: 'unconfirmed' });
    await desk.send();
    expect(kinds(await report(desk))).toEqual({});
  });
});

describe('the hand-over', () => {
  it('counts a parcel once, whatever the label looks like to the scanner', async () => {
    const desk = openShiftDesk();
    desk.save('1', 'ZT1000001');
    expect(await good(desk.bo.handOver({ text: ']C0zt1000001' }))).toMatchObject({
      verdict: 'handed',
      carrier: '中通快递',
    });
    expect((await good(desk.bo.handOver({ text: 'ZT1000001' }))).verdict).toBe('repeated');
    await desk.clock.pass(3_000);
    expect(await good(desk.mei.handOver({ text: 'ZT1000001' }))).toMatchObject({
      verdict: 'already',
      by: 'Bo',
      orderId: '1',
    });
    expect(await good(desk.bo.board({}))).toMatchObject({
      ...{ handed: 1, waiting: 0, carriers: [{ carrier: '中通快递', handed: 1, waiting: 0 }] },
      latest: [{ waybill: 'ZT1000001', by: 'Bo' }],
    });
    expect(desk.audit.about('order:1', 5).filter(({ action }) => action === 'handed-over')).toHaveLength(1);
  });

  it('keeps back what is not known, not packed yet, or no waybill', async () => {
    const desk = openShiftDesk();
    desk.tell('7', { labels: ['ZT7000001'] });
    desk.bench.view = { ...desk.bench.view, parked: { waybill: 'ZT8000001', item: null } };
    const verdicts = [];
    for (const text of ['ZT9999999', 'ZT7000001', 'ZT8000001', 'https://x.example/?a=1', '9900010001', '6901234567892'])
      verdicts.push((await good(desk.bo.handOver({ text }))).verdict);
    expect(verdicts).toEqual(['unknown', 'not-saved', 'not-saved', 'not-waybill', 'not-waybill', 'not-waybill']);
    expect((await good(desk.bo.board({}))).handed).toBe(0);
    expect(desk.scanLog.newest({ limit: 1 })).toMatchObject([
      { step: 'hand-over', verdict: 'refused', reason: 'hand-over:not-waybill' },
    ]);
  });

  it('rings for a box that was called back, refused or withdrawn, whatever told it', async () => {
    const desk = openShiftDesk();
    desk.tell('1');
    desk.tell('2', { flags: ['address-change'] });
    desk.save('1', 'ZT1000001');
    desk.save('2', 'ZT1000002');
    const third = desk.save('3', 'ZT1000003');
    desk.outbox.desk.decide(third, 'cancel', { actor: 'Mei', detail: { reason: 'x' } });
    desk.tell('1', { flags: ['after-sale'] });
    const stops = [];
    for (const text of ['ZT1000001', 'ZT1000002', 'ZT1000003']) {
      const { verdict, stop } = await good(desk.bo.handOver({ text }));
      stops.push([verdict, stop]);
    }
    expect(stops).toEqual([
      ['stopped', 'after-sale'],
      ['stopped', 'address-change'],
      ['stopped', null],
    ]);
    expect((await good(desk.bo.board({}))).handed).toBe(0);
  });

  it('takes a scan that is handed in again after a break as the same one', async () => {
    const desk = openShiftDesk();
    desk.save('1', 'ZT1000001');
    const origin: ScanOrigin = {
      ...{ run: 'page', seq: 1, pull: 1, atMs: 1, symbology: null, timing: null },
      source: 'wedge',
      ime: 'none',
      whole: true,
    };
    const scan = { text: 'ZT1000001', origin };
    expect((await good(desk.bo.handOver(scan))).verdict).toBe('handed');
    await desk.clock.pass(60_000);
    expect((await good(desk.bo.handOver(scan))).verdict).toBe('handed');
    expect((await good(desk.bo.board({}))).handed).toBe(1);
    await good(desk.bo.undoHandOver({ waybill: 'ZT1000001' }));
    expect((await good(desk.bo.handOver(scan))).verdict).toBe('handed');
    expect((await good(desk.bo.board({}))).handed).toBe(1);
  });

  it('is taken back label by label, and says so in the log', async () => {
    const desk = openShiftDesk();
    desk.save('1', 'ZT1000001');
    await good(desk.bo.handOver({ text: 'ZT1000001' }));
    expect(await good(desk.bo.undoHandOver({ waybill: 'ZT1000001' }))).toMatchObject({ handed: 0, waiting: 1 });
    expect(await desk.bo.undoHandOver({ waybill: 'ZT1000001' })).toEqual({
      ok: false,
      error: { code: 'not-handed-over', waybill: 'ZT1000001' },
    });
    expect(desk.audit.about('shift', 5)).toMatchObject([
      { action: 'hand-over-undone', detail: { waybill: 'ZT1000001' } },
    ]);
    expect((await good(desk.bo.handOver({ text: 'ZT1000001' }))).verdict).toBe('handed');
  });

  it('knows a label that was replaced by a correction, and follows the parcel to its new one', async () => {
    const desk = openShiftDesk();
    const id = desk.save('1', 'ZT1000001');
    await desk.send();
    const corrected = desk.outbox.desk.correct(
      id,
      { carrier: { code: 'SF', name: '顺丰速运' }, waybill: 'SF1000000000001' },
      'Mei',
    );
    expect(corrected.ok).toBe(true);
    expect(await good(desk.bo.handOver({ text: 'ZT1000001' }))).toMatchObject({
      verdict: 'old-label',
      now: 'SF1000000000001',
    });
    expect(await good(desk.bo.handOver({ text: 'SF1000000000001' }))).toMatchObject({
      verdict: 'handed',
      carrier: '顺丰速运',
    });
    expect(await report(desk)).toMatchObject({ figures: { packed: 1, handed: 1 } });
  });

  it('no longer looks for a shipped box that the courier has', async () => {
    const desk = openShiftDesk();
    desk.tell('1');
    desk.tell('2');
    desk.save('1', 'ZT1000001');
    desk.save('2', 'ZT1000002');
    await desk.send();
    await good(desk.bo.handOver({ text: 'ZT1000001' }));
    for (const no of ['1', '2']) desk.tell(no, { status: 'shipped', flags: ['after-sale'] });
    expect(desk.stops.open().map(({ orderId }) => orderId)).toEqual(['2']);
  });
});

describe('the close of a shift', () => {
  it('keeps the shift as it was closed, whatever happens later', async () => {
    const desk = openShiftDesk();
    const shift = await good(desk.bo.start(START));
    desk.save('1', 'ZT1000001');
    desk.save('2', 'ZT1000002');
    const closed = await good(desk.bo.close({ note: 'courier came at five' }));
    expect(closed).toMatchObject({ id: shift.id, closedBy: 'Bo', closingNote: 'courier came at five' });
    expect(closed.report.figures).toEqual({ packed: 2, handed: 0, confirmed: 0, differences: 2 });
    expect(closed.audit).toEqual({ seq: desk.audit.head().seq, fingerprint: expect.stringMatching(/^[0-9A-F]{8}$/) });
    await desk.send();
    await good(desk.bo.handOver({ text: 'ZT1000001' }));
    expect(await good(desk.bo.closed({ id: shift.id }))).toEqual(closed);
    expect(() => desk.database.exec("UPDATE shift SET note = 'x'")).toThrow('never changed');
  });

  it('is possible without a start, and says that nothing was checked', async () => {
    const desk = openShiftDesk();
    desk.save('1', 'ZT1000001');
    const closed = await good(desk.bo.close({ note: '' }));
    expect(closed.report.figures.packed).toBe(1);
    expect(closed.checks).toContainEqual({ check: 'sound', result: 'skipped' });
  });

  it('lets nothing fall between two shifts, and hands over what was left open', async () => {
    const desk = openShiftDesk();
    await good(desk.bo.start(START));
    desk.save('1', 'ZT1000001');
    desk.save('2', 'ZT1000002');
    await desk.send();
    await good(desk.bo.handOver({ text: 'ZT1000002' }));
    await good(desk.bo.close({ note: '' }));
    desk.save('3', 'ZT1000003');
    await good(desk.mei.start(START));
    const told = await report(desk);
    expect(told).toMatchObject({ figures: { packed: 2 }, carried: 1 });
    expect(told.differences).toMatchObject([
      { orderId: '3', carried: false },
      { orderId: '1', carried: true },
    ]);
    await good(desk.bo.handOver({ text: 'ZT1000001' }));
    expect((await report(desk)).figures).toMatchObject({ packed: 2, handed: 1 });
  });

  it('carries a hand-over nobody scanned along once, not for ever', async () => {
    const desk = openShiftDesk();
    desk.save('1', 'ZT1000001');
    await desk.send();
    const found = [];
    for (let shift = 0; shift < 3; shift += 1)
      found.push((await good(desk.bo.close({ note: '' }))).report.differences.length);
    expect(found).toEqual([1, 1, 0]);
  });

  it('shows a packer their own closed shifts and a supervisor all', async () => {
    const desk = openShiftDesk();
    const meis = await good(desk.mei.close({ note: '' }));
    const bos = await good(desk.bo.close({ note: '' }));
    expect((await good(desk.mei.list({}))).shifts.map(({ id }) => id)).toEqual([bos.id, meis.id]);
    const own = await good(desk.bo.list({}));
    expect([own.everybody, own.shifts.map(({ id }) => id)]).toEqual([false, [bos.id]]);
    expect(await desk.bo.closed({ id: meis.id })).toEqual({ ok: false, error: { code: 'shift-not-found' } });
    expect(await desk.bo.export({ id: meis.id, language: 'en' })).toMatchObject({ ok: false });
  });
});

describe('an owner and a note', () => {
  it('are kept with the difference; only a supervisor names the owner or settles it', async () => {
    const desk = openShiftDesk();
    const key = desk.save('1', 'ZT1000001');
    await good(desk.bo.noteDifference({ key, note: 'on the blue rack' }));
    expect(await desk.bo.noteDifference({ key, owner: 'Mei' })).toEqual({
      ok: false,
      error: { code: 'not-allowed', role: 'supervisor' },
    });
    await good(desk.mei.noteDifference({ key, owner: 'Ling' }));
    expect((await report(desk)).differences).toMatchObject([{ owner: 'Ling', note: 'on the blue rack' }]);
    await good(desk.mei.noteDifference({ key, settled: true }));
    expect(await report(desk)).toMatchObject({ figures: { packed: 1, differences: 0 }, differences: [] });
    expect(desk.audit.about(`parcel:${key}`, 9)).toHaveLength(3);
  });
});

it('writes every parcel of a shift into a CSV that starts no formula and keeps every digit', async () => {
  const desk = openShiftDesk();
  desk.save('3704612354559743233', '731123456789012');
  await good(desk.bo.noteDifference({ key: (await report(desk)).differences[0]?.key ?? '', note: '=HYPERLINK("x")' }));
  const exported = await good(desk.bo.export({ id: null, language: 'zh-CN' }));
  const text = new TextDecoder().decode(desk.files.get(exported.fileId)?.bytes);
  expect(exported).toMatchObject({ rows: 1, name: expect.stringMatching(/^班次-.*\.csv$/) });
  expect(text).toContain('"3704612354559743233\t"');
  expect(text).toContain(`"'=HYPERLINK(""x"")"`);
  expect(text).toContain('已打包，没交快递');
});
