import { describe, expect, it } from 'vitest';
import { benchEn } from '../../../../renderer/i18n/en/bench.ts';
import { benchZh } from '../../../../renderer/i18n/zh-CN/bench.ts';
import { isHeard, switchSound } from '../../../../renderer/sound/muted-sounds.ts';
import { spokenWords } from '../../../../renderer/sound/spoken-words.ts';
import { SOUND_NAMES } from '../../../../renderer/sound/tones.ts';
import { flashFor } from '../../../../renderer/screens/pack/flash.ts';
import { verdictSound } from '../../../../renderer/sound/verdict-sound.ts';
import { VerdictSchema } from '../../../../shared/contract/packing.ts';
import { bench, line, order } from '../../../support/bench-views.ts';
import { emptyBench } from '../../../support/fake-desk.ts';

const open = bench([line(1)]);

describe('what is said', () => {
  it('is the action and the last four digits of the waybill', () => {
    const saved = { orderId: '1', waybill: '75531717195717', carrierName: '', at: '' };
    expect(spokenWords('order-saved', open, { ...open, saved })?.words).toMatchObject({
      key: 'saved',
      digits: '5 7 1 7',
    });
  });

  it('is critical where the box must not leave, and names the reason', () => {
    const problem = { code: 'order-flagged', orderId: '1', flag: 'after-sale' } as const;
    const view = { ...emptyBench, blocked: { problem, scanned: '1', expected: '' } };
    expect(spokenWords('refused', null, view)).toEqual({
      words: { problem: 'order-flagged', flag: 'after-sale' },
      critical: true,
    });
  });

  it('is the buyer’s and the shop’s note, once, when the order is opened', () => {
    const noted = bench([line(1)], { order: order([line(1)], { note: '轻放', sellerNote: '加赠品' }) });
    expect(spokenWords('order-opened', emptyBench, noted)?.words).toEqual({ note: '轻放。加赠品' });
    expect(spokenWords('item-accepted', noted, noted)).toBeNull();
  });

  it('lasts two seconds at most: eleven characters in Chinese, five words in English', () => {
    const sentences = ({ voice: { stops, note, ...more } }: typeof benchZh | typeof benchEn) => [
      ...Object.values(stops),
      ...Object.values(more),
    ];
    for (const text of sentences(benchZh)) expect(text.replaceAll(/\{\{\w+\}\}|\s/g, '').length).toBeLessThan(12);
    for (const text of sentences(benchEn)) expect(text.split(' ').length).toBeLessThan(6);
  });
});

describe('a sound', () => {
  it('never comes alone: every verdict is seen as well', () => {
    // Refusals cover the screen; the others turn the band amber, or open a question or a box to type in.
    const elsewhere = new Set([
      'refused',
      'serial-wanted',
      'carrier-wanted',
      'asked',
      'quantity-asked',
      'weight-asked',
      'repeated',
    ]);
    for (const verdict of VerdictSchema.options) {
      if (verdictSound(verdict, { online: true, view: open }) === null) continue;
      const seen = flashFor({ no: 1, verdict, before: emptyBench, view: open }) !== null;
      expect([verdict, seen]).toEqual([verdict, !elsewhere.has(verdict)]);
    }
  });

  it('is named with its visual twin in both languages', () => {
    for (const { sounds } of [benchZh, benchEn])
      for (const name of SOUND_NAMES) {
        expect(sounds.name[name]).not.toBe('');
        expect(sounds.seen[name]).not.toBe('');
      }
  });

  it('can be muted by its class, except the alarm that stops the box', () => {
    let settings = { 'ui.sound': true, 'ui.mutedSounds': '' };
    settings = { ...settings, 'ui.mutedSounds': switchSound('tick', false, settings) };
    settings = { ...settings, 'ui.mutedSounds': switchSound('stop', false, settings) };
    expect(isHeard('tick', settings)).toBe(false);
    expect(isHeard('refused', settings)).toBe(true);
    expect(isHeard('stop', settings)).toBe(true);
    expect(isHeard('stop', { ...settings, 'ui.sound': false })).toBe(true);
    expect(isHeard('saved', { ...settings, 'ui.sound': false })).toBe(false);
    settings = { ...settings, 'ui.mutedSounds': switchSound('tick', true, settings) };
    expect(isHeard('tick', settings)).toBe(true);
  });
});
