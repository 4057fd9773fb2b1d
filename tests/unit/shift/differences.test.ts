import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { OpStateSchema } from '../../../shared/domain/op.ts';
import { clockResult, networkResult, OLD_QUEUE_MS, queueResult } from '../../../shared/domain/shift-checks.ts';
import { differenceOf, mustStay, type ParcelStanding } from '../../../shared/domain/shift-differences.ts';

const parcel = (more: Partial<ParcelStanding>): ParcelStanding => ({
  state: 'shipped',
  holdKind: null,
  stopped: false,
  handed: true,
  byCourier: true,
  ...more,
});

describe('what does not agree for a parcel', () => {
  it.each<[string, Partial<ParcelStanding>, ReturnType<typeof differenceOf>]>([
    ['is nothing where all three agree', {}, null],
    ['is a missing hand-over scan', { handed: false }, 'confirmed-unhanded'],
    ['is a box on the rack that nobody was told of', { state: 'ready', handed: false }, 'unhanded'],
    ['is a box that left before the platform knew', { state: 'wait' }, 'handed-unconfirmed'],
    ['is a box held for the account, which may leave', { state: 'held', holdKind: 'account' }, 'handed-unconfirmed'],
    ['is an unknown outcome, handed over or not', { state: 'in_doubt', handed: false }, 'doubt'],
    ['is a box the platform stopped', { state: 'held', holdKind: 'business', handed: false }, 'stopped'],
    ['is a shipped box that was called back', { stopped: true, handed: false }, 'stopped'],
    ['is worst where the courier has a stopped box', { stopped: true }, 'handed-stopped'],
    ['is worst where the courier has a refused one', { state: 'rejected' }, 'handed-stopped'],
    ['is worst where the courier has a withdrawn one', { state: 'cancelled' }, 'handed-stopped'],
    ['is nothing for a withdrawn box that stayed', { state: 'cancelled', handed: false }, null],
    ['is a refusal', { state: 'rejected', handed: false }, 'failed'],
    ['is a conflict', { state: 'conflict', handed: false }, 'failed'],
    ['is a row the desk itself cannot send', { state: 'quarantined' }, 'failed'],
    ['is an order put aside', { state: null, handed: false, byCourier: false }, 'on-hold'],
    ['is nothing where no courier is needed', { handed: false, byCourier: false }, null],
    [
      'is only the confirmation where no courier is needed',
      { state: 'ready', handed: false, byCourier: false },
      'unconfirmed',
    ],
  ])('%s', (_said, more, difference) => {
    expect(differenceOf(parcel(more))).toBe(difference);
  });

  it('is none only for a parcel that is done everywhere, or withdrawn and here', () => {
    const standing = fc.record({
      state: fc.constantFrom(...OpStateSchema.options),
      holdKind: fc.constantFrom('account', 'shop-setup', 'business', 'tries', null),
      stopped: fc.boolean(),
      handed: fc.boolean(),
      byCourier: fc.boolean(),
    });
    fc.assert(
      fc.property(standing, (each) => {
        const done = each.state === 'shipped' && !each.stopped && (each.handed || !each.byCourier);
        const withdrawn = each.state === 'cancelled' && !each.handed;
        expect(differenceOf(each) === null).toBe(done || withdrawn);
        if (mustStay(each) && each.handed) expect(differenceOf(each)).toBe('handed-stopped');
      }),
    );
  });
});

describe('the start checklist', () => {
  it('is red for any shop that cannot send, and silent without shops', () => {
    expect(networkResult([])).toBe('skipped');
    expect(networkResult(['reached', 'reached'])).toBe('good');
    for (const reach of ['offline', 'blocked', 'paused'] as const)
      expect(networkResult(['reached', reach])).toBe('bad');
  });

  it('is red for an unsent package of half an hour', () => {
    expect([queueResult(null), queueResult(OLD_QUEUE_MS - 1), queueResult(OLD_QUEUE_MS)]).toEqual([
      'good',
      'good',
      'bad',
    ]);
  });

  it('does not call a clock right that nobody has compared', () => {
    expect([clockResult(false, false), clockResult(true, false), clockResult(true, true)]).toEqual([
      'skipped',
      'good',
      'bad',
    ]);
  });
});
