import type { KeyPress } from '../../../../renderer/scanning/key-char.ts';
import {
  emptyWedge,
  type FocusPlace,
  pressKey,
  type WedgeOutput,
  type WedgeState,
} from '../../../../renderer/scanning/wedge.ts';

const NO_MODIFIERS = { shift: false, ctrl: false, alt: false, meta: false, capsLock: false, repeat: false };

const SIGNS: { readonly [char: string]: string } = { '-': 'Minus', '/': 'Slash', '.': 'Period', ' ': 'Space' };

/** The key a US-layout scanner presses for a printable ASCII character. */
export function keyFor(char: string, atMs: number): KeyPress {
  const code = /[a-z]/i.test(char) ? `Key${char.toUpperCase()}` : /\d/.test(char) ? `Digit${char}` : SIGNS[char];
  return { ...NO_MODIFIERS, atMs, key: char, code: code ?? 'Unidentified', shift: /[A-Z]/.test(char) };
}

export const enterAt = (atMs: number): KeyPress => ({ ...NO_MODIFIERS, atMs, key: 'Enter', code: 'Enter' });
export const keyAt = (key: string, atMs: number, code = key): KeyPress => ({ ...NO_MODIFIERS, atMs, key, code });

/** A code typed with `gapMs` between keys, ended by Enter. */
export const scanKeys = (text: string, startMs: number, gapMs: number): readonly KeyPress[] => [
  ...[...text].map((char, index) => keyFor(char, startMs + index * gapMs)),
  enterAt(startMs + text.length * gapMs),
];

/** Runs presses through a fresh wedge. */
export function typeAll(
  presses: readonly KeyPress[],
  place: FocusPlace = 'nothing',
): { readonly state: WedgeState; readonly outputs: readonly WedgeOutput[]; readonly swallowed: readonly boolean[] } {
  let state = emptyWedge(place);
  const outputs: WedgeOutput[] = [];
  const swallowed: boolean[] = [];
  for (const press of presses) {
    const step = pressKey(state, press, place);
    state = step.state;
    outputs.push(...step.outputs);
    swallowed.push(step.swallow);
  }
  return { state, outputs, swallowed };
}

export const scansOf = (outputs: readonly WedgeOutput[]): readonly string[] =>
  outputs.flatMap((output) => (output.kind === 'scan' ? [output.text] : []));
