// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { err, ok } from '../../../../../shared/kernel/result.ts';
import type { OfficeAnswers } from '../../../../support/office-desk.ts';
import { quietStatus } from '../../../../support/fake-desk.ts';
import { settle } from '../../mount-page.tsx';
import { button, click, mountOffice, press, type } from '../mount-office.tsx';

const training = (running: boolean, fault = 'none') => ({ running, baseUrl: null, shops: [], fault });
const sound = {
  integrity: { ok: true, detail: '' },
  audit: { ok: true, entries: 5, detail: '' },
  conservation: { acknowledged: 3, accounted: 3, balanced: true },
  journal: { entries: 3, missingOps: 0 },
  payloads: { checked: 3, damaged: 0 },
  photos: { checked: 2, missing: 0, changed: 0 },
};
const withBatches = {
  ...quietStatus,
  shops: quietStatus.shops.map((shop) => ({ ...shop, platform: 'douyin-fengchao' as const })),
};
const answers = (more: OfficeAnswers = {}): OfficeAnswers => ({
  'training.state': () => ok(training(false)),
  ...more,
});

describe('the settings', () => {
  it('change language and size at once', async () => {
    const desk = await mountOffice('/settings', answers());
    await click(screen.getByRole('radio', { name: '150 %' }));
    expect(desk.callsOf('settings.set')).toEqual([{ key: 'ui.scalePercent', value: 150 }]);
    expect(document.documentElement.style.getPropertyValue('--ui-scale')).toBe('1.5');
    await click(screen.getByRole('radio', { name: '中文' }));
    expect(screen.getByRole('heading', { name: '设置' })).toBeTruthy();
  });

  it('keep a time when its field is left, in ms, and only within its bounds', async () => {
    const desk = await mountOffice('/settings', answers());
    const field = screen.getByLabelText('How long one send may take');
    const leaveWith = async (text: string): Promise<void> => {
      await act(async () => fireEvent.focus(field));
      await act(async () => fireEvent.change(field, { target: { value: text } }));
      await act(async () => fireEvent.blur(field));
      await settle(20);
    };
    await leaveWith('30');
    expect(desk.callsOf('settings.set')).toEqual([{ key: 'outbox.callTimeoutMs', value: 30_000 }]);
    await leaveWith('500');
    expect(desk.callsOf('settings.set').at(-1)).toEqual({ key: 'outbox.callTimeoutMs', value: 120_000 });
  });

  it('say that a time under the safe value counts for practice only, and bring it back', async () => {
    const desk = await mountOffice('/settings', answers(), { settings: { 'outbox.settleMs': 5_000 } });
    expect(screen.getByText(/Below the safe 60 s: this counts only for practice shops/)).toBeTruthy();
    await press('Back to the advised value');
    expect(desk.callsOf('settings.set')).toEqual([{ key: 'outbox.settleMs', value: 60_000 }]);
    expect(screen.queryByText(/Below the safe/)).toBeNull();
  });

  it('offer how many orders share a call only where a shop has such calls, within what those take', async () => {
    await mountOffice('/settings', answers());
    expect(screen.queryByLabelText(/^Orders in one call/)).toBeNull();
    cleanup();
    const desk = await mountOffice('/settings', { ...answers(), 'system.status': () => ok(withBatches) });
    const field = screen.getByLabelText<HTMLInputElement>(/^Orders in one call/);
    expect([field.value, screen.getByText(/at most 100/).textContent]).toEqual([
      '20 orders',
      expect.stringContaining('Douyin'),
    ]);
    for (const [typed, kept] of [
      ['50', 50],
      ['500', 100],
      ['0', 1],
    ] as const) {
      await act(async () => fireEvent.focus(field));
      await act(async () => fireEvent.change(field, { target: { value: typed } }));
      await act(async () => fireEvent.blur(field));
      await settle(20);
      expect(desk.callsOf('settings.set').at(-1)).toEqual({ key: 'outbox.ordersPerCall', value: kept });
    }
  });

  it('say what to do about a clock that is off, and how far it may be', async () => {
    await mountOffice('/settings', {
      ...answers(),
      'system.status': () => ok({ ...withBatches, clockSkewSeconds: -130 }),
    });
    expect(screen.getByText('-130 s')).toBeTruthy();
    expect(screen.getByText(/From 5 min on, the platform takes no shipments/)).toBeTruthy();
    expect(screen.getByText('Clock off by 2 min')).toBeTruthy();
  });

  it('keep the name of the operator', async () => {
    const desk = await mountOffice('/settings', answers());
    await type(/^Name of the operator/, ' Li ');
    await press('Save');
    expect(desk.callsOf('settings.set')).toEqual([{ key: 'operator.name', value: 'Li' }]);
  });
});

describe('training mode', () => {
  it('can be started here', async () => {
    const desk = await mountOffice('/settings', answers({ 'training.start': () => ok(training(true)) }));
    await press('Start training mode');
    expect(desk.callsOf('training.start')).toHaveLength(1);
    expect(screen.getByText('Training mode is on')).toBeTruthy();
  });

  it('plays trouble on request', async () => {
    const desk = await mountOffice('/settings', {
      'training.state': () => ok(training(true)),
      'training.setFault': ({ fault }: { fault: string }) => ok(training(true, fault)),
    });
    await click(screen.getByRole('radio', { name: 'Lost answer' }));
    expect(desk.callsOf('training.setFault')).toEqual([{ fault: 'lost-answer' }]);
    expect(screen.getByRole<HTMLInputElement>('radio', { name: 'Lost answer' }).checked).toBe(true);
  });

  it('asks before it ends', async () => {
    const desk = await mountOffice('/settings', {
      'training.state': () => ok(training(true)),
      'training.stop': () => ok(training(false)),
    });
    await press('End training');
    expect(desk.callsOf('training.stop')).toEqual([]);
    await click(within(screen.getByRole('dialog')).getByRole('button', { name: 'End training' }));
    expect(desk.callsOf('training.stop')).toHaveLength(1);
    expect(screen.getByText('Training mode is off')).toBeTruthy();
  });

  it('says why it did not start', async () => {
    const failed = () => err({ code: 'training-failed' as const, detail: 'port' });
    await mountOffice('/settings', answers({ 'training.start': failed }));
    await press('Start training mode');
    expect(document.querySelector('[data-code="training-failed"]')).toBeTruthy();
  });
});

describe('the full check', () => {
  it('says in plain words that everything is in order', async () => {
    await mountOffice('/settings', answers({ 'system.verify': () => ok(sound) }));
    await press('Check now');
    expect(screen.getByText('Everything is in order.')).toBeTruthy();
    expect(screen.getByText('3 packages were saved and all are here')).toBeTruthy();
  });

  it('counts what is not, and says what to do first', async () => {
    const damaged = {
      ...sound,
      conservation: { acknowledged: 3, accounted: 2, balanced: false },
      payloads: { checked: 3, damaged: 1 },
      photos: { checked: 9, missing: 1, changed: 2 },
    };
    await mountOffice('/settings', answers({ 'system.verify': () => ok(damaged) }));
    await press('Check now');
    expect(screen.getByText(/^Not in order: 3\. Make a backup/)).toBeTruthy();
    expect(screen.getByText('3 were saved, but the states hold 2')).toBeTruthy();
    expect(screen.getByText('of 3, 1 are not as saved')).toBeTruthy();
    expect(screen.getByText('of 9, 1 are missing and 2 were changed')).toBeTruthy();
  });
});

describe('the backup', () => {
  it('suggests a name in the folder that was typed, and says how big it became', async () => {
    const desk = await mountOffice(
      '/settings',
      answers({ 'system.backup': ({ file }: { file: string }) => ok({ file, bytes: 4_300_000 }) }),
    );
    expect(button('Back up now').disabled).toBe(true);
    await type(/^Backup file/, '/backups/');
    await press('Use the suggested name');
    await press('Back up now');
    const [asked] = desk.callsOf('system.backup') as { readonly file: string }[];
    expect(asked?.file).toMatch(/^\/backups\/dispatch-desk-\d{4}-\d\d-\d\d-\d{4}\.backup$/);
    expect(screen.getByText(/Backed up to .*4\.3 MB/)).toBeTruthy();
  });

  it('says why it was not made', async () => {
    await mountOffice(
      '/settings',
      answers({ 'system.backup': () => err({ code: 'backup-failed', detail: 'no such folder' }) }),
    );
    await type(/^Backup file/, '/nowhere/x.backup');
    await press('Back up now');
    expect(document.querySelector('[data-code="backup-failed"]')).toBeTruthy();
  });
});
