import { describe, expect, it } from 'vitest';
import { createOutboxStore } from '../../../../renderer/state/outbox-store.ts';
import { filterFrom, filterQuestion } from '../../../../renderer/state/outbox-filter.ts';
import type { OpRow } from '../../../../shared/contract/outbox.ts';
import { ok } from '../../../../shared/kernel/result.ts';
import { opRow } from '../../../support/office-data.ts';
import { counts, createOfficeDesk } from '../../../support/office-desk.ts';

const ids = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => opRow({ id: `op-${from + index}` }));

type Question = {
  readonly search: string;
  readonly after?: string;
  readonly limit: number;
  readonly needsYou?: true;
};

const setup = (list: (question: Question) => unknown, pressing: readonly OpRow[] = []) => {
  const desk = createOfficeDesk({
    'outbox.summary': () => ok({ perState: counts(), needsYou: 0, oldestOpenAt: null }),
    'outbox.list': async (question: Question) =>
      ok(question.needsYou ? { rows: pressing, next: null } : await list(question)),
  });
  return { desk, store: createOutboxStore(desk.client, 'all') };
};

describe('the list of the outbox', () => {
  it('reads on page by page, never twice, and reads all again at a change', async () => {
    const { desk, store } = setup(({ after, limit }) => {
      if (after === 'p2') return { rows: ids(99, 180), next: null };
      return { rows: ids(0, Math.min(limit, 180)), next: limit >= 180 ? null : 'p2' };
    });
    await store.getState().load();
    await Promise.all([store.getState().loadMore(), store.getState().loadMore()]);
    expect(store.getState().rows.map(({ id }) => id)).toEqual(ids(0, 180).map(({ id }) => id));
    expect(desk.callsOf('outbox.list')).toHaveLength(3);
    await store.getState().load();
    expect(desk.callsOf('outbox.list')).toContainEqual(expect.objectContaining({ limit: 180 }));
    expect(store.getState().rows).toHaveLength(180);
  });

  it('has what needs a person on top of all others, once', async () => {
    const stuck = ids(900, 902);
    const { store } = setup(() => ({ rows: [...ids(0, 3), ...stuck], next: null }), stuck);
    await store.getState().load();
    expect(store.getState().rows.map(({ id }) => id)).toEqual(['op-900', 'op-901', 'op-0', 'op-1', 'op-2']);
  });

  it('drops the answer to a search that is no longer wanted', async () => {
    const waiting: (() => void)[] = [];
    const { store } = setup(
      ({ search }) =>
        new Promise((done) => {
          waiting.push(() => done({ rows: [opRow({ id: search })], next: null }));
        }),
    );
    const slow = store.getState().find('slow');
    const fast = store.getState().find('fast');
    await Promise.resolve();
    waiting[1]?.();
    await fast;
    waiting[0]?.();
    await slow;
    expect(store.getState().rows.map(({ id }) => id)).toEqual(['fast']);
  });
});

describe('a filter', () => {
  it('stands for the states a person has to act on, for one state, or for all', () => {
    expect(filterQuestion('needs-you')).toEqual({ needsYou: true });
    expect(filterQuestion('in_doubt')).toEqual({ states: ['in_doubt'] });
    expect(filterQuestion('all')).toEqual({});
    expect(filterFrom('rejected')).toBe('rejected');
    expect(filterFrom('<script>')).toBe('all');
    expect(filterFrom(null)).toBe('all');
  });
});
