// @vitest-environment happy-dom
import { act, fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { RecoveryReport } from '../../../../../shared/contract/care.ts';
import { err, ok } from '../../../../../shared/kernel/result.ts';
import { settle } from '../../mount-page.tsx';
import { click, mountOffice, press } from '../mount-office.tsx';
import type { OfficeAnswers } from '../../../../support/office-desk.ts';

const BUILT_ANEW: RecoveryReport = {
  ...{ at: '2026-11-22T08:30:00.000Z', cause: 'missing', detail: '', backup: null, refused: 0, keptIn: null },
  ...{ restored: 0, fromJournal: 2, inDoubt: 2, unplaced: 0, waybills: [], unreadable: 0, copied: false },
  ...{ leftOut: { unplaced: 0, unreadable: 0 }, shops: ['山野茶铺'], journalTo: 2, failed: null, acknowledged: null },
};
const off = { running: false, baseUrl: null, shops: [], fault: 'none' };
const first = (more: OfficeAnswers = {}) =>
  mountOffice(
    '/',
    {
      'training.state': () => ok(off),
      'training.start': () => ok({ ...off, running: true }),
      'training.sheet': () => ok({ fileId: 'sheet-1' }),
      'shops.list': () => ok([]),
      'orders.jobs': () => ok([]),
      ...more,
    },
    { settings: { 'ui.language': 'zh-CN', 'ui.languageChosen': false } },
  );
const digit = async (code: string): Promise<void> => {
  await act(async () => fireEvent.keyDown(document.body, { key: code.at(-1), code }));
  await settle(20);
};

describe('the first run', () => {
  it('asks for the language in both languages, and speaks it from then on', async () => {
    const desk = await first();
    expect(screen.getByText('中文').closest('button')).toBeTruthy();
    await click(screen.getByRole('button', { name: /English/ }));
    expect(desk.callsOf('settings.set')).toEqual([{ key: 'ui.language', value: 'en' }]);
    expect(screen.getByRole('heading', { name: 'How do you want to start?' })).toBeTruthy();
  });

  it('reaches the practice bench with two keys', async () => {
    const desk = await first();
    await digit('Digit2');
    await digit('Digit1');
    expect(desk.callsOf('training.start')).toHaveLength(1);
    expect(desk.callsOf('settings.set').at(-1)).toEqual({ key: 'ui.languageChosen', value: true });
    expect(screen.getByTestId('band')).toBeTruthy();
  });

  it('says that the data was built anew, and asks for nothing but the language', async () => {
    const desk = await first({ 'care.recovery': () => ok({ report: BUILT_ANEW }) });
    expect(screen.getByRole('alert').textContent).toContain('已用扫描流水重建');
    expect(screen.getByRole('alert').textContent).toContain('built anew from the scan journal');
    await digit('Digit2');
    expect(screen.getByTestId('band')).toBeTruthy();
    expect(desk.callsOf('training.start')).toEqual([]);
  });

  it('is what it always is once somebody has read what happened to the data', async () => {
    const acknowledged = { at: '2026-11-22T09:00:00.000Z', by: '李工' };
    await first({ 'care.recovery': () => ok({ report: { ...BUILT_ANEW, acknowledged } }) });
    expect(screen.queryByRole('alert')).toBeNull();
    await digit('Digit2');
    expect(screen.getByRole('heading', { name: 'How do you want to start?' })).toBeTruthy();
  });

  it('stays, with the reason, when practice does not start', async () => {
    await first({ 'training.start': () => err({ code: 'training-failed', detail: 'port' }) });
    await digit('Numpad2');
    await press('Start practising');
    expect(document.querySelector('[data-code="training-failed"]')).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'How do you want to start?' })).toBeTruthy();
  });

  it('opens the form of a new shop', async () => {
    await first();
    await digit('Digit2');
    await press('Add a shop');
    await settle(50);
    expect(window.location.hash).toBe('#/shops');
    expect(screen.getByRole('dialog').textContent).toContain('AppSecret');
  });

  it('prints the practice sheet, for which practice has to run', async () => {
    const opened = vi.spyOn(window, 'open').mockReturnValue(null);
    const desk = await first();
    await digit('Digit2');
    await press('Print the practice sheet');
    expect(desk.callsOf('training.start')).toHaveLength(1);
    expect(desk.callsOf('training.sheet')).toEqual([{ language: 'en' }]);
    expect(opened.mock.calls[0]?.[0]).toBe('/files/sheet-1');
    expect(screen.getByRole('link').getAttribute('href')).toBe('/files/sheet-1');
  });
});
