import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '../../../../renderer/scanning/ime-watch.ts';
import type { KeyPress } from '../../../../renderer/scanning/key-char.ts';
import {
  emptyWedge,
  letTimePass,
  pressKey,
  type WedgeOutput,
  type WedgeState,
} from '../../../../renderer/scanning/wedge.ts';
import { enterAt, keyAt, keyFor, scansOf, typeAll } from './type-keys.ts';

const GAP_MS = 8;

/** One thing the page hears: a key, or an input method at work. */
type Heard =
  | KeyPress
  | { readonly composing: 'start' | 'update' | 'insert'; readonly data: string; readonly atMs: number };

function hear(stream: readonly Heard[]): { readonly outputs: readonly WedgeOutput[]; readonly state: WedgeState } {
  let state = emptyWedge();
  const outputs: WedgeOutput[] = [];
  for (const heard of stream) {
    if ('composing' in heard) {
      state = { ...state, composed: compose(state.composed, heard.composing, heard.data, heard.atMs) };
      continue;
    }
    const step = pressKey(state, heard, 'nothing');
    state = step.state;
    outputs.push(...step.outputs);
  }
  return { outputs, state };
}

const taken = (press: KeyPress): KeyPress => ({ ...press, key: 'Process' });

/** What a Chinese input method makes of a code: letters go into a composition, digits choose candidates. */
function imeStream(code: string, swallow: (index: number) => boolean): readonly Heard[] {
  let typed = '';
  const keys = [...code].flatMap((char, index): Heard[] => {
    const atMs = index * GAP_MS;
    const letter = /[a-z]/i.test(char);
    if (letter) typed += char.toLowerCase();
    const composing: Heard[] = letter
      ? [...(typed.length === 1 ? [start(atMs)] : []), { composing: 'update', data: typed, atMs }]
      : [];
    return swallow(index) && letter ? composing : [taken(keyFor(char, atMs)), ...composing];
  });
  return [...keys, taken(enterAt(code.length * GAP_MS))];
}
const start = (atMs: number): Heard => ({ composing: 'start', data: '', atMs });

const code = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFGHabcz-/.'), minLength: 5, maxLength: 30 });

describe('a scan while a Chinese input method is on', () => {
  it('gives the right code whatever the input method made of its keys', () => {
    fc.assert(
      fc.property(code, (text) => {
        const { outputs } = hear(imeStream(text, () => false));
        expect(outputs).toMatchObject([{ kind: 'scan', text, by: 'scanner', ime: 'rebuilt' }]);
      }),
    );
  });

  it('is never taken for another code when letters were swallowed whole', () => {
    fc.assert(
      fc.property(code, fc.infiniteStream(fc.boolean()), (text, coins) => {
        const lost = [...text].map((char) => (coins.next().value ?? false) && /[a-z]/i.test(char));
        const { outputs } = hear(imeStream(text, (index) => lost[index] ?? false));
        for (const output of outputs)
          if (output.kind === 'scan' && output.by === 'scanner')
            expect(output.ime === 'unreliable' || output.text === text).toBe(true);
      }),
    );
  });

  it('is refused where the input method had a key that nobody knows', () => {
    const unknown = { ...keyAt('Process', 24, 'IntlRo') };
    const stream = [...[...'123'].map((char, index) => keyFor(char, index * GAP_MS)), unknown, keyFor('4', 32)];
    expect(hear([...stream, enterAt(40)]).outputs).toMatchObject([{ kind: 'scan', ime: 'unreliable' }]);
  });

  it('is refused where digits were put in that no key typed', () => {
    const stream: Heard[] = [
      ...[...'YT12345'].map((char, index) => keyFor(char, index * GAP_MS)),
      { composing: 'insert', data: '６', atMs: 60 },
      enterAt(70),
    ];
    expect(hear(stream).outputs).toMatchObject([{ kind: 'scan', ime: 'unreliable' }]);
  });

  it('reads full-width digits and Chinese punctuation from the keys that made them', () => {
    const wide = [...'】C012-34'].map((key, index): KeyPress => {
      const plain = keyFor(key, index * GAP_MS);
      if (key === '】') return { ...plain, code: 'BracketRight' };
      if (key === '-') return { ...plain, key: '－', code: 'Minus' };
      return /\d/.test(key) ? { ...plain, key: String.fromCharCode(key.charCodeAt(0) + 0xfee0) } : plain;
    });
    expect(hear([...wide, enterAt(100)]).outputs).toMatchObject([{ kind: 'scan', text: ']C012-34', ime: 'rebuilt' }]);
  });

  it('is not suspected because somebody typed Chinese a while before', () => {
    const stream: Heard[] = [
      start(0),
      { composing: 'update', data: 'nihao', atMs: 10 },
      ...[...'YT1234567'].map((char, index) => keyFor(char, 2_000 + index * GAP_MS)),
      enterAt(2_100),
    ];
    expect(hear(stream).outputs).toMatchObject([{ kind: 'scan', text: 'YT1234567', ime: 'none' }]);
  });
});

describe('a scanner that uses Alt and the number pad', () => {
  const alt = (digits: string, atMs: number): readonly KeyPress[] => [
    keyAt('Alt', atMs, 'AltLeft'),
    ...[...digits].map((digit, index) => ({ ...keyAt(digit, atMs + index + 1, `Numpad${digit}`), alt: true })),
  ];

  it('is read in every form of its digits, group separators included', () => {
    const text = 'SF1中\u001d9';
    for (const form of [3, 4, 5]) {
      const presses = [...text].flatMap((char, index) =>
        alt(String(char.codePointAt(0)).padStart(char === '中' ? 5 : form, '0'), index * 10),
      );
      const { outputs } = typeAll([...presses, enterAt(80)]);
      expect(outputs).toMatchObject([{ kind: 'scan', text, by: 'scanner', style: 'alt-numpad' }]);
    }
  });

  it('leaves a lone Alt alone', () => {
    expect(typeAll([keyAt('Alt', 0, 'AltLeft'), ...alt('', 10), enterAt(500)]).outputs).toEqual([]);
  });
});

describe('a scanner that plays with Caps Lock', () => {
  const caps = (atMs: number): KeyPress => keyAt('CapsLock', atMs, 'CapsLock');

  it('may switch it in the middle of a code', () => {
    const presses = [...'YT12'].map((char, index) => keyFor(char, index * 8));
    const rest = [...'AB34'].map((char, index) => keyFor(char, 60 + index * 8));
    expect(scansOf(typeAll([caps(0), ...presses, caps(40), ...rest, enterAt(100)]).outputs)).toEqual(['YT12AB34']);
  });

  it('may end a code with it instead of Enter', () => {
    const { state } = typeAll([...[...'YT1234'].map((char, index) => keyFor(char, index * 8)), caps(48)]);
    expect(letTimePass(state, 150, new Set()).outputs).toEqual([]);
    expect(letTimePass(state, 200, new Set()).outputs).toMatchObject([
      { kind: 'scan', text: 'YT1234', timing: { suffix: 'caps-lock' } },
    ]);
  });

  it('ends it before the next code even where nobody watched the time', () => {
    const one = (text: string, atMs: number) => [
      ...[...text].map((char, index) => keyFor(char, atMs + index * 8)),
      caps(atMs + text.length * 8),
    ];
    expect(scansOf(typeAll([...one('YT1234', 0), ...one('YT5678', 400), enterAt(900)]).outputs)).toEqual([
      'YT1234',
      'YT5678',
    ]);
  });
});

describe('a Bluetooth scanner', () => {
  const slow = (text: string): readonly KeyPress[] => [
    ...[...text].map((char, index) => keyFor(char, index * 150)),
    enterAt(text.length * 150),
  ];
  const inField = (text: string, thresholdMs: number) => {
    let state = emptyWedge('field', thresholdMs);
    return slow(text).flatMap((press) => {
      const step = pressKey(state, press, 'field');
      state = step.state;
      return step.outputs;
    });
  };

  it('is told from a hand in a text field once it has been measured', () => {
    expect(scansOf(inField('YT1234567890123', 180))).toEqual(['YT1234567890123']);
    expect(scansOf(inField('YT1234567890123', 60))).toEqual([]);
  });

  it('does not make words typed as fast into a scan', () => {
    expect(scansOf(inField('please gift wrap it', 180))).toEqual([]);
  });
});
