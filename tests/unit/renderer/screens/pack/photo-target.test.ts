import { describe, expect, it } from 'vitest';
import { photoAgain, photoDue, savedUnseen } from '../../../../../renderer/screens/pack/photo-target.ts';
import type { PackageView, PackingView } from '../../../../../shared/contract/packing.ts';
import { bench, line, order } from '../../../../support/bench-views.ts';

const goods = [line(1)];
const box = (over: Partial<PackageView> = {}): PackageView => ({
  ...{
    no: 1,
    state: 'open',
    items: [{ lineNo: 1, title: '茶', quantity: 1 }],
    carrierName: '',
    waybill: '',
    opId: null,
  },
  ...over,
});
const photo = { id: 'p', takenAt: '2026-11-21T08:00:00.000Z' };
const view = (over: Partial<PackingView> = {}, mode: 'ask' | 'must' | 'off' = 'ask'): PackingView =>
  bench(goods, {
    step: 'waybill',
    order: order(goods, mode === 'off' ? {} : { photo: mode }),
    packages: [box()],
    unpacked: 0,
    ...over,
  });
const target = { orderId: view().order?.orderId, packageNo: 1 };

describe('the picture that is taken by itself', () => {
  it('waits for the hands to leave a box that is merely complete', () => {
    expect(photoDue(view())).toEqual({ target, delayMs: 1_500 });
  });

  it.each([
    ['was sealed by hand', { packages: [box({ state: 'sealed' })] }],
    [
      'was sealed while the next one is filled',
      { step: 'items', packages: [box({ state: 'sealed' }), box({ no: 2 })] },
    ],
    ['was weighed', { packages: [box({ weightGrams: 500 })] }],
    ['has its waybill waiting', { parked: { waybill: '75531717195834', item: null } }],
  ] as const)('is taken at once of a box that %s', (_what, over) => {
    expect(photoDue(view({ ...over, packages: [...('packages' in over ? over.packages : [box()])] }))).toEqual({
      target,
      delayMs: 0,
    });
  });

  it.each([
    ['the shop wants none', view({}, 'off')],
    ['goods are still missing', view({ step: 'items' })],
    ['the line is stopped', view({ blocked: { problem: { code: 'package-empty' }, scanned: '', expected: '' } })],
    ['it has one', view({ packages: [box({ photo })] })],
    ['the camera failed: a hand decides', view({ packages: [box({ photoMissed: 'no-camera' })] })],
    ['a lead let it go', view({ packages: [box({ photoExcused: true })] })],
    ['it is saved', view({ packages: [box({ state: 'saved' })] })],
    [
      'the scale comes first',
      view({ order: order(goods, { photo: 'must', weighing: { weigh: 'must', minGrams: 1, maxGrams: 9 } }) }),
    ],
  ])('is not taken while %s', (_why, shown) => {
    expect(photoDue(shown)).toBeNull();
  });

  it('is taken still of a box that was saved faster, and only where the shop merely asks', () => {
    const saved = box({ state: 'saved', opId: 'op-1' });
    expect(savedUnseen(view(), view({ packages: [saved] }))).toEqual({ ...target, opId: 'op-1' });
    expect(savedUnseen(view(), view({ packages: [saved] }, 'must'))).toBeNull();
    expect(savedUnseen(view(), view({ packages: [{ ...saved, photo }] }))).toBeNull();
    expect(savedUnseen(view({ packages: [saved] }), view({ packages: [saved] }))).toBeNull();
  });

  it('is taken again by the key, also where there is one', () => {
    expect(photoAgain(view({ packages: [box({ photo })] }))).toEqual(target);
    expect(photoAgain(view({ packages: [box({ state: 'saved' })] }))).toBeNull();
    expect(photoAgain(view({}, 'off'))).toBeNull();
  });
});
