// @vitest-environment happy-dom
import { cleanup, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { type OpAction, OpActionSchema } from '../../../../../shared/domain/op.ts';
import { err, ok } from '../../../../../shared/kernel/result.ts';
import { quietStatus } from '../../../../support/fake-desk.ts';
import { opRow } from '../../../../support/office-data.ts';
import { settle } from '../../mount-page.tsx';
import { key, mountOffice, press, type } from '../mount-office.tsx';
import { answers, openFirst } from './open-outbox.ts';

const LABELS: Readonly<Record<OpAction, string>> = {
  'look-again': 'Look again',
  'retry-now': 'Send now',
  cancel: 'Withdraw',
  edit: 'Correct and send',
  'confirm-shipped': 'It was shipped',
  'confirm-not-shipped': 'It was not shipped',
  'accept-platform': 'Accept the platform’s',
  'correct-waybill': 'Change the waybill',
  'refuse-refund': 'Refuse the refund and ship',
  release: 'Release',
};

describe('the outbox', () => {
  it('counts every state, with what needs a person before everything else', async () => {
    await mountOffice('/outbox', answers([opRow()]));
    const chips = within(screen.getByRole('group', { name: 'Filter by state' })).getAllByRole('button');
    expect(chips.map((chip) => chip.textContent)).toEqual([
      'All815',
      'Needs you1',
      'Conflict1',
      'Quarantined0',
      'Refused0',
      'On hold0',
      'In doubt2',
      'To send0',
      'Waiting to retry0',
      'Sending0',
      'Confirmed812',
      'Withdrawn0',
    ]);
  });

  it('asks for the states of a filter, and for what was searched', async () => {
    const desk = await mountOffice('/outbox', answers([opRow()]));
    await press('Needs you 1');
    expect(desk.callsOf('outbox.list').at(-1)).toMatchObject({ needsYou: true, search: '' });
    const box = screen.getByLabelText('Search the outbox');
    await type('Search the outbox', '7589');
    await key(box, 'Enter');
    expect(desk.callsOf('outbox.list').at(-1)).toMatchObject({ search: '7589' });
  });

  it('says of an unknown outcome that the platform may have it, and never that it failed', async () => {
    const row = opRow({ state: 'in_doubt', code: 'local:timeout', doubtSince: '2026-11-21T08:00:00.000Z' });
    await mountOffice('/outbox', answers([row]));
    const option = screen.getByRole('option');
    expect(option.textContent).toContain('The platform may already have it');
    expect(option.textContent).toContain('do not send it again');
    expect(option.textContent?.toLowerCase()).not.toContain('fail');
  });

  it('moves with the arrows, opens with Enter and closes with Escape', async () => {
    const rows = [opRow({ id: 'a', orderId: '1001' }), opRow({ id: 'b', orderId: '1002' })];
    const desk = await mountOffice('/outbox', answers(rows));
    const list = screen.getByRole('listbox');
    await key(list, 'ArrowDown');
    await key(list, 'ArrowDown');
    expect(screen.getAllByRole('option').map((row) => row.getAttribute('aria-selected'))).toEqual(['false', 'true']);
    await key(list, 'Enter');
    expect(desk.callsOf('outbox.story')).toEqual([{ id: 'b' }]);
    expect(screen.getByRole('dialog')).toBeTruthy();
    await key(document.body, 'Escape');
    await settle(300);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('offers a person in conflict exactly what the row allows', async () => {
    for (const actions of [['cancel'], ['look-again', 'confirm-shipped', 'confirm-not-shipped'], []] as const) {
      await openFirst(opRow({ state: 'conflict', actions: [...actions] }));
      const shown = OpActionSchema.options.filter((action) => screen.queryByRole('button', { name: LABELS[action] }));
      expect([...shown].sort()).toEqual([...actions].sort());
      cleanup();
    }
  });

  it('turns red when what was saved is not all accounted for', async () => {
    const conservation = { acknowledged: 12, accounted: 11, balanced: false };
    await mountOffice('/outbox', answers([opRow()]), { status: { ...quietStatus, conservation } });
    expect(screen.getByRole('alert').textContent).toContain('saved 12 = all states 11');
    expect(screen.getByRole('alert').textContent).toContain('does not balance');
  });

  it('says when it is empty, and when it cannot be read, and reads again', async () => {
    let reachable = false;
    const desk = await mountOffice('/outbox', {
      ...answers([]),
      'outbox.list': () => (reachable ? ok({ rows: [], next: null }) : err({ code: 'unreachable' })),
    });
    expect(screen.getByText('The outbox could not be read')).toBeTruthy();
    reachable = true;
    await press('Read again');
    expect(desk.callsOf('outbox.summary')).toHaveLength(2);
    expect(screen.getByText('The outbox is empty')).toBeTruthy();
  });
});
