import { describe, expect, it } from 'vitest';
import { TONES, type Tone } from '../../../../renderer/sound/tones.ts';
import { verdictSound } from '../../../../renderer/sound/verdict-sound.ts';
import { VerdictSchema } from '../../../../shared/contract/packing.ts';
import { bench, line, order } from '../../../support/bench-views.ts';
import { emptyBench } from '../../../support/fake-desk.ts';

const online = { online: true, view: emptyBench };
const pitches = (tones: readonly Tone[]): readonly number[] => tones.flatMap(({ fromHz, toHz }) => [fromHz, toHz]);

describe('the sound of a verdict', () => {
  it('exists for everything the packer did, and for nothing the scanner did by itself', () => {
    const silent = VerdictSchema.options.filter((verdict) => {
      const sound = verdictSound(verdict, online);
      return sound === null || TONES[sound].length === 0;
    });
    expect(silent).toEqual(['double-read', 'pull-ignored']);
  });

  it('tells success from refusal by its direction', () => {
    for (const name of ['line-complete', 'saved', 'saved-practice'] as const) {
      const rising = pitches(TONES[name]);
      expect(rising).toEqual([...rising].sort((a, b) => a - b));
    }
    const falling = pitches(TONES.refused);
    expect(falling).toEqual([...falling].sort((a, b) => b - a));
    expect(Math.max(...falling)).toBeLessThanOrEqual(250);
  });

  it('says when a package was saved without network, and when it was only practice', () => {
    expect(verdictSound('order-saved', online)).toBe('saved');
    expect(verdictSound('order-saved', { ...online, online: false })).toBe('saved-offline');
    const practice = bench([line(1)], { order: order([line(1)], { training: true }) });
    expect(verdictSound('package-saved', { online: true, view: practice })).toBe('saved-practice');
  });

  it('is an alarm of its own when the box must not leave', () => {
    const flagged = { code: 'order-flagged', orderId: '1', flag: 'after-sale' } as const;
    const view = { ...emptyBench, blocked: { problem: flagged, scanned: '1', expected: '' } };
    expect(verdictSound('refused', { online: true, view })).toBe('stop');
  });
});
