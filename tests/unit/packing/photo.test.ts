import { describe, expect, it } from 'vitest';
import { createPackageExtras } from '../../../electron/services/packing/package-extras.ts';
import { PHOTO_ROOM_BYTES } from '../../../electron/services/photos/photos.ts';
import { jpeg } from '../photos/photo-desk.ts';
import { order, orderLine, ORDER_ID, OTHER_ORDER_ID, who } from './bench.ts';
import { openWholeDesk } from './whole-desk.ts';

const TEA = '6901234567892';
const CUP = '6909876543218';
const [WAYBILL, SECOND, UNCLEAR] = ['75531717195834', '75531717195835', '6900000000001'];

/** A desk whose shop wants photos; `free`: room on the disk. */
function photographing(photo: 'ask' | 'must', { weigh = 'off' as 'off' | 'must', free = 2 * PHOTO_ROOM_BYTES } = {}) {
  const room = { free };
  const desk = openWholeDesk({}, () => room.free);
  const shopId = desk.shops.list()[0]?.id ?? '';
  createPackageExtras(desk.database).want(shopId, { weigh, minGrams: 20, maxGrams: 5_000, photo });
  desk.know(order({ shopId, lines: [orderLine(1, TEA, 1), orderLine(2, CUP, 1)] }));
  desk.know(order({ shopId, orderId: OTHER_ORDER_ID, lines: [orderLine(1, TEA, 1)] }));
  const box = (no = 1) => desk.view().packages.find((each) => each.no === no);
  const take = async (packageNo = 1, more: { orderId?: string; opId?: string } = {}) => {
    const kept = await desk.photos.keep(jpeg(), 'Mei');
    const photoId = kept.ok ? kept.value.id : 'none';
    return await desk.act({ action: 'photo-taken', orderId: ORDER_ID, packageNo, photoId, ...more });
  };
  const miss = (why: 'no-camera' | 'no-answer' = 'no-answer') =>
    desk.act({ action: 'photo-missed', orderId: ORDER_ID, packageNo: 1, why });
  const saved = (orderId = ORDER_ID) => desk.outbox.opsOfOrder(shopId, orderId).map(({ id }) => desk.photos.of(id));
  return { ...desk, shopId, room, box, take, miss, saved };
}

describe('a photo where the shop asks for one', () => {
  it('is kept with the package and written in the commit that saves it', async () => {
    const { scan, take, box, saved, reopenBench, view } = photographing('ask');
    await scan(ORDER_ID, TEA, CUP);
    expect(view().order?.photo).toBe('ask');
    expect(await take()).toBe('photo-taken');
    reopenBench();
    expect(box()?.photo?.id).toMatch(/^[0-9a-f]{32}$/);
    expect(await scan(WAYBILL)).toBe('order-saved');
    expect(saved()).toEqual([expect.objectContaining({ state: 'kept' })]);
  });

  it('never holds up a waybill: the package is saved, and the picture still finds it', async () => {
    const { scan, take, box, saved } = photographing('ask');
    expect(await scan(ORDER_ID, TEA, CUP, WAYBILL)).toBe('order-saved');
    expect(saved()).toEqual([{ state: 'none', why: 'not-in-time', excused: false }]);
    expect(await take(1, { opId: box()?.opId ?? '' })).toBe('photo-taken');
    expect(saved()).toEqual([expect.objectContaining({ state: 'kept' })]);
    expect(box()?.photo).toBeDefined();
  });

  it('comes between two scans and changes nothing about them: the same waybill again is still a repetition', async () => {
    const { scan, take, box, clock, packing } = photographing('ask');
    await scan(ORDER_ID, TEA, CUP, WAYBILL);
    await take(1, { opId: box()?.opId ?? '' });
    await clock.pass(1_000);
    expect((await packing().scan(WAYBILL, who())).verdict).toBe('duplicate-ignored');
  });

  it('finds its package also when the next order lies on the bench already', async () => {
    const { scan, take, box, saved, view } = photographing('ask');
    await scan(ORDER_ID, TEA, CUP, WAYBILL);
    const opId = box()?.opId ?? '';
    await scan(OTHER_ORDER_ID);
    expect(await take(1, { opId })).toBe('photo-taken');
    expect(saved()).toEqual([expect.objectContaining({ state: 'kept' })]);
    expect(view().packages.every(({ photo }) => photo === undefined)).toBe(true);
  });

  it('is told as missing where the camera fails, and the work goes on', async () => {
    const { scan, miss, box, saved, view } = photographing('ask');
    await scan(ORDER_ID, TEA, CUP);
    expect(await miss('no-camera')).toBe('photo-missed');
    expect(view().blocked).toBeNull();
    expect(box()?.photoMissed).toBe('no-camera');
    expect(await scan(WAYBILL)).toBe('order-saved');
    expect(saved()).toEqual([{ state: 'none', why: 'no-camera', excused: false }]);
  });

  it('is taken anew when something is put in or taken out, and can be taken again at any time', async () => {
    const { scan, take, box, key } = photographing('ask');
    await scan(ORDER_ID, TEA);
    await take();
    await scan(CUP);
    expect(box()?.photo).toBeUndefined();
    await take();
    const first = box()?.photo?.id;
    await take();
    expect(box()?.photo?.id).not.toBe(first);
    await key('undo');
    expect(box()?.photo?.id).not.toBe(first);
  });

  it('of several packages goes to the one it shows', async () => {
    const { scan, take, key, saved, box } = photographing('ask');
    await scan(ORDER_ID, TEA);
    await key('new-package');
    await scan(CUP);
    await take(1);
    expect([box(1)?.photo === undefined, box(2)?.photo === undefined]).toEqual([false, true]);
    await scan(WAYBILL, SECOND);
    expect(saved().map((photo) => photo?.state)).toEqual(['kept', 'none']);
  });

  it('cannot be one of another package, nor one that is not there', async () => {
    const { scan, photos, act, saved, view } = photographing('ask');
    const kept = await photos.keep(jpeg(), 'Mei');
    const photoId = kept.ok ? kept.value.id : '';
    const taken = (orderId: string, id = photoId) => act({ action: 'photo-taken', orderId, packageNo: 1, photoId: id });
    await scan(ORDER_ID, TEA, CUP);
    expect(await taken(ORDER_ID, '../../etc/passwd')).toBe('not-now');
    expect(await taken('another order')).toBe('not-now');
    expect(await taken(ORDER_ID)).toBe('photo-taken');
    await scan(WAYBILL, OTHER_ORDER_ID, TEA);
    expect(await taken(OTHER_ORDER_ID)).toBe('not-now');
    expect(view().packages[0]?.photo).toBeUndefined();
    expect(saved()[0]?.state).toBe('kept');
  });
});

describe('a photo the shop insists on', () => {
  it('also waits for the answer to which courier, and that answer is kept', async () => {
    const { scan, take, act, saved, view } = photographing('must');
    await scan(ORDER_ID, TEA, CUP);
    expect(await scan(UNCLEAR)).toBe('carrier-wanted');
    const code = view().carrierChoice?.candidates[0]?.code ?? '';
    expect(await act({ action: 'pick-carrier', code })).toBe('waybill-waits');
    expect(view()).toMatchObject({ carrierChoice: null, parked: { waybill: UNCLEAR } });
    expect(await take()).toBe('order-saved');
    expect(saved()).toEqual([expect.objectContaining({ state: 'kept' })]);
  });

  it('does not carry its waybill to another order', async () => {
    const { scan, answer, key, view } = photographing('must');
    await scan(ORDER_ID, TEA, CUP, WAYBILL);
    await key('hold');
    await answer('later');
    expect(view().order).toBeNull();
    expect(view().parked.waybill).toBeNull();
  });

  it('comes before the package is saved; the waybill is kept meanwhile and bound by itself', async () => {
    const { scan, take, saved, view, reopenBench } = photographing('must');
    await scan(ORDER_ID, TEA, CUP);
    expect(await scan(WAYBILL)).toBe('waybill-waits');
    expect(view().blocked).toBeNull();
    reopenBench();
    expect(view().parked.waybill).toBe(WAYBILL);
    expect(saved()).toEqual([]);
    expect(await take()).toBe('order-saved');
    expect(saved()).toEqual([expect.objectContaining({ state: 'kept' })]);
  });

  it('stops the line where the camera fails, keeps the waybill, and goes on with the picture', async () => {
    const { scan, take, miss, key, saved, view } = photographing('must');
    await scan(ORDER_ID, TEA, CUP, WAYBILL);
    expect(await miss('no-camera')).toBe('refused');
    expect(view().blocked).toMatchObject({
      problem: { code: 'photo-missing', why: 'no-camera' },
      offer: { kind: 'excuse-photo' },
    });
    await key('acknowledge');
    expect(await scan(WAYBILL)).toBe('refused');
    expect(view().parked.waybill).toBe(WAYBILL);
    expect(saved()).toEqual([]);
    expect(await take()).toBe('order-saved');
    expect(view().blocked).toBeNull();
  });

  it('may be let go by a lead, and the package says so', async () => {
    const { scan, miss, act, saved } = photographing('must');
    await scan(ORDER_ID, TEA, CUP, WAYBILL);
    await miss();
    expect(await act({ action: 'excuse-photo' })).toBe('order-saved');
    expect(saved()).toEqual([{ state: 'none', why: 'no-answer', excused: true }]);
  });

  it('does not stop parcels when the disk is nearly full', async () => {
    const { scan, miss, room, saved, view } = photographing('must');
    await scan(ORDER_ID, TEA, CUP);
    room.free = PHOTO_ROOM_BYTES - 1;
    expect(await miss()).toBe('photo-missed');
    expect(view().blocked).toBeNull();
    expect(await scan(WAYBILL)).toBe('order-saved');
    expect(saved()).toEqual([{ state: 'none', why: 'disk-low', excused: false }]);
  });

  it('comes after the scale', async () => {
    const { scan, take, weigh, view } = photographing('must', { weigh: 'must' });
    await scan(ORDER_ID, TEA, CUP);
    expect(await scan(WAYBILL)).toBe('refused');
    expect(view().blocked?.problem.code).toBe('weight-missing');
    await weigh(500);
    await take();
    expect(await scan(WAYBILL)).not.toBe('order-saved');
    expect(view().blocked?.problem.code).toBe('weight-missing');
  });

  it('leaves another error on the screen alone', async () => {
    const { scan, take, view, saved } = photographing('must');
    await scan(ORDER_ID, TEA, CUP, WAYBILL);
    expect(await scan('https://example.com/a')).toBe('refused');
    const before = view().blocked;
    expect(await take()).toBe('photo-taken');
    expect(view().blocked).toEqual(before);
    expect(saved()).toEqual([]);
  });

  it('leaves the shop out of shipping by one scan, and orders without a courier alone', async () => {
    const { scan, act, view, know, shopId } = photographing('must');
    await act({ action: 'batch' });
    expect(await scan(ORDER_ID)).toBe('refused');
    expect(view().blocked?.problem).toMatchObject({ code: 'batch-needs-bench', why: 'photo' });
    await act({ action: 'acknowledge' });
    await act({ action: 'batch' });
    know(order({ shopId, orderId: '3704612354559740000', deliverMethod: 'virtual', lines: [orderLine(1, TEA, 1)] }));
    await scan('3704612354559740000', TEA);
    expect(view().order?.photo).toBeUndefined();
    expect(await act({ action: 'confirm-none' })).toBe('order-saved');
  });
});
