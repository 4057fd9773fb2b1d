// @vitest-environment happy-dom
import { cleanup, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TONES } from '../../../../renderer/sound/tones.ts';
import type { PackingView } from '../../../../shared/contract/packing.ts';
import { ok } from '../../../../shared/kernel/result.ts';
import { bench, line } from '../../../support/bench-views.ts';
import { mountPage } from '../mount-page.tsx';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const open = bench([line(1, { title: '高山乌龙', wanted: 2, packed: 1 })]);
const serial: PackingView = { ...open, step: 'serial', serialForLine: 1 };
const refused: PackingView = {
  ...open,
  blocked: { problem: { code: 'item-not-in-order', text: '69', expected: '' }, scanned: '69', expected: '高山乌龙' },
};
const stopped: PackingView = {
  ...open,
  blocked: { problem: { code: 'order-flagged', orderId: '37', flag: 'address-change' }, scanned: '37', expected: '' },
};
const saved: PackingView = {
  ...open,
  step: 'saved',
  unpacked: 0,
  saved: { orderId: '1', waybill: 'YT8712345675717', carrierName: '圆通', at: '2026-01-01T00:00:00.000Z' },
};

/** Shape and words of the state on screen, colour left out. */
function cuesOf(testId: 'band' | 'blocked'): { readonly shape: string; readonly words: string } {
  const place = screen.getByTestId(testId);
  const cues = {
    shape: place.querySelector('svg')?.innerHTML ?? '',
    words: place.querySelector('h1')?.textContent ?? '',
  };
  cleanup();
  return cues;
}

async function everyState() {
  await mountPage({ view: open });
  const ready = cuesOf('band');
  await mountPage({ view: serial });
  const input = cuesOf('band');
  await mountPage({ view: refused });
  const wrong = cuesOf('blocked');
  await mountPage({ view: stopped });
  const stop = cuesOf('blocked');
  const page = await mountPage({ view: open, onInput: () => ok({ verdict: 'order-saved', view: saved }) });
  for (const key of [...'YT8712345675717', 'Enter']) await page.press(key);
  const done = cuesOf('band');
  return { ready, input, wrong, stop, done };
}

describe('a state of the bench', () => {
  it('is told by its shape and its words as well as by its colour', async () => {
    const states = Object.values(await everyState());
    for (const part of ['shape', 'words'] as const) {
      const told = states.map((cues) => cues[part]);
      expect(told).not.toContain('');
      expect(new Set(told).size, part).toBe(states.length);
    }
  });

  it('is told to the ear by a sound of its own', () => {
    const sounds = (['accepted', 'saved', 'needs-input', 'refused', 'stop'] as const).map((name) => TONES[name]);
    expect(new Set(sounds.map((tones) => JSON.stringify(tones))).size).toBe(sounds.length);
  });
});
