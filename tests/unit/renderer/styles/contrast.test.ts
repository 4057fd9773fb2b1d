import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cssVariables, theme } from '../../../../renderer/styles/theme.ts';

const css = readFileSync(join(import.meta.dirname, '../../../../renderer/styles/tokens.css'), 'utf8');
const tokens = new Map([...css.matchAll(/--([a-z-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]));

function colour(name: string): string {
  const found = name.startsWith('#') ? name : tokens.get(name);
  if (found === undefined) throw new Error(`tokens.css has no colour ${name}`);
  return found;
}

/** Relative luminance as WCAG 2 defines it, 0 to 1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours as WCAG 2 defines it, to one decimal. */
function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(colour(one)), luminance(colour(other))].sort((a, b) => a - b);
  return Math.round(((light + 0.05) / (dark + 0.05)) * 10) / 10;
}

describe('what the bench says from a metre away', () => {
  it.each([
    ['ready', 13.1],
    ['ok', 8.6],
    ['refused', 8.7],
    ['input', 11.7],
    ['stop', 10.7],
    ['offline', 14.2],
    ['blurred', 7.6],
    ['training', 6.2],
  ] as const)('state %s has a contrast of at least %d', (state, least) => {
    expect(contrast(`state-${state}`, `state-${state}-ink`)).toBeGreaterThanOrEqual(least);
  });

  it('keeps the sentence readable on the stripes too', () => {
    expect(contrast('state-input-stripe', 'state-input-ink')).toBeGreaterThanOrEqual(11.7);
  });

  it('tells saved from refused by lightness, for eyes that see no red and green', () => {
    expect(contrast('state-ok', 'state-refused')).toBeGreaterThanOrEqual(5);
  });
});

describe('everything else that is written', () => {
  it.each([
    ['ink', 'card', 15],
    ['ink', 'page', 15],
    ['ink-soft', 'card', 7],
    ['ink-soft', 'page', 6.5],
    ['ink-soft', 'accent-soft', 6.5],
    ['accent', 'card', 6],
    ['accent', 'accent-soft', 6],
    ['done', 'card', 7],
    ['bar-ink', 'bar', 15],
    ['bar-ink', 'bar-raised', 11],
    ['state-ok', 'bar-raised', 7],
  ] as const)('%s on %s has a contrast of at least %d', (text, ground, least) => {
    expect(contrast(text, ground)).toBeGreaterThanOrEqual(least);
  });

  it('keeps errors, hints and dangerous actions of forms readable on white', () => {
    const { light } = cssVariables(theme as Parameters<typeof cssVariables>[0]);
    const least = { error: 7, dimmed: 7, placeholder: 4.5 };
    for (const [name, figure] of Object.entries(least))
      expect(contrast(light[`--mantine-color-${name}`] ?? '', 'card'), name).toBeGreaterThanOrEqual(figure);
    for (const shade of theme.colors?.['red']?.slice(5) ?? ['#ffffff'])
      expect(contrast(shade, 'card'), shade).toBeGreaterThanOrEqual(4.5);
  });
});
