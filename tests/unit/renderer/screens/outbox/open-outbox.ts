import { screen } from '@testing-library/react';
import type { OpRow, OpStory } from '../../../../../shared/contract/outbox.ts';
import { err, ok } from '../../../../../shared/kernel/result.ts';
import { opStory } from '../../../../support/office-data.ts';
import { counts, type OfficeAnswers, type OfficeDesk } from '../../../../support/office-desk.ts';
import { click, mountOffice } from '../mount-office.tsx';

const CARRIERS = [
  { code: 'ZTO', name: '中通快递' },
  { code: 'SF', name: '顺丰速运' },
];

/** A backend with these rows; every row has the same story. */
export const answers = (rows: readonly OpRow[], story: Partial<OpStory> = {}): OfficeAnswers => ({
  'outbox.summary': () =>
    ok({ perState: counts({ conflict: 1, in_doubt: 2, shipped: 812 }), needsYou: 1, oldestOpenAt: null }),
  'outbox.list': () => ok({ rows, next: null }),
  'outbox.story': ({ id }: { id: string }) => {
    const row = rows.find((each) => each.id === id);
    return row ? ok(opStory({ row, ...story })) : err({ code: 'op-not-found', id });
  },
  'outbox.lookAgain': () => ok(rows[0]),
  'outbox.cancel': () => ok(rows[0]),
  'outbox.resolve': () => ok(rows[0]),
  'outbox.edit': () => ok(rows[0]),
  'outbox.correct': () => ok(rows[0]),
  'outbox.refuseRefund': () => ok(rows[0]),
  'shops.carriers': () => ok(CARRIERS),
});

/** The outbox with this one row, its story open. */
export const openFirst = async (
  row: OpRow,
  story: Partial<OpStory> = {},
  more: OfficeAnswers = {},
): Promise<OfficeDesk> => {
  const desk = await mountOffice('/outbox', { ...answers([row], story), ...more });
  await click(screen.getAllByRole('option')[0] as Element);
  return desk;
};
