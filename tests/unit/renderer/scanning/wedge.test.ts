import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyWedge, letTimePass, pendingText, pressKey } from '../../../../renderer/scanning/wedge.ts';
import { enterAt, keyAt, keyFor, scanKeys, scansOf, typeAll } from './type-keys.ts';

const codeText = fc.string({ unit: fc.constantFrom(...'0123456789ABCDEFxyz-/. '), minLength: 4, maxLength: 40 });

describe('a scanner with nothing focused', () => {
  it('gives every code whole and in order, however close together they come', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ text: codeText, gapMs: fc.integer({ min: 0, max: 34 }), pauseMs: fc.nat(4_000) })),
        (codes) => {
          let atMs = 0;
          const presses = codes.flatMap(({ text, gapMs, pauseMs }) => {
            const keys = scanKeys(text, atMs, gapMs);
            atMs += text.length * gapMs + pauseMs;
            return keys;
          });
          expect(scansOf(typeAll(presses).outputs)).toEqual(codes.map(({ text }) => text));
        },
      ),
    );
  });

  it('loses and reorders no key of any mixture of hands and scanners', () => {
    const press = fc.record({ char: fc.constantFrom(...'0123456789abcXYZ-', '\r'), gapMs: fc.nat(3_000) });
    fc.assert(
      fc.property(fc.array(press, { maxLength: 80 }), (keys) => {
        let atMs = 0;
        const presses = keys.map(({ char, gapMs }) => {
          atMs += gapMs;
          return char === '\r' ? enterAt(atMs) : keyFor(char, atMs);
        });
        const { outputs, state } = typeAll(presses);
        const out = outputs.map((output) => ('text' in output ? output.text : '')).join('') + pendingText(state);
        expect(out).toBe(
          keys
            .map(({ char }) => char)
            .join('')
            .replaceAll('\r', ''),
        );
      }),
    );
  });

  it('keeps a key bumped a moment earlier out of the code', () => {
    const { outputs } = typeAll([keyFor('a', 0), ...scanKeys('YT1234567890123', 900, 8)]);
    expect(outputs).toMatchObject([
      { kind: 'leftover', text: 'a', burst: null },
      { kind: 'scan', text: 'YT1234567890123', by: 'scanner', ime: 'none' },
    ]);
  });

  it('joins a code whose scanner stalled in the middle', () => {
    const first = scanKeys('8901086261', 0, 10).slice(0, -1);
    const { outputs } = typeAll([...first, ...scanKeys('410', 1_000, 10)]);
    expect(scansOf(outputs)).toEqual(['8901086261410']);
  });

  it('joins a code whose scanner stalled after its first keys', () => {
    const { outputs } = typeAll([keyFor('6', 0), keyFor('9', 8), ...scanKeys('99037370184', 450, 8)]);
    expect(scansOf(outputs)).toEqual(['6999037370184']);
  });

  it('ignores keys that repeat by themselves', () => {
    const held = { ...keyFor('7', 20), repeat: true };
    const { outputs } = typeAll([keyFor('7', 0), held, held, ...scanKeys('553', 30, 10)]);
    expect(scansOf(outputs)).toEqual(['7553']);
  });

  it('ends a code with Tab and with the Enter of the number pad, and takes CR LF as one end', () => {
    expect(scansOf(typeAll([...scanKeys('ABCD', 0, 5).slice(0, -1), keyAt('Tab', 25)]).outputs)).toEqual(['ABCD']);
    const padEnter = keyAt('Enter', 25, 'NumpadEnter');
    const both = typeAll([...scanKeys('ABCD', 0, 5).slice(0, -1), padEnter, enterAt(30)]);
    expect(scansOf(both.outputs)).toEqual(['ABCD']);
    expect(both.swallowed.at(-1)).toBe(true);
  });

  it('reads the number pad whatever NumLock makes of it', () => {
    const keys = ['End', 'ArrowDown', 'PageDown', 'ArrowLeft'].map((key, index) =>
      keyAt(key, index * 8, `Numpad${index + 1}`),
    );
    expect(scansOf(typeAll([...keys, enterAt(40)]).outputs)).toEqual(['1234']);
  });

  it('rebuilds letters an input method has taken, with their case', () => {
    const taken = [...'SF1a'].map((char, index) => ({
      ...keyFor(char, index * 8),
      key: /\d/.test(char) ? char : 'Process',
    }));
    expect(typeAll([...taken, { ...enterAt(40), key: 'Process' }]).outputs).toMatchObject([
      { kind: 'scan', text: 'SF1a', by: 'scanner', ime: 'rebuilt' },
    ]);
  });

  it('takes a group separator sent as Ctrl+] or as F8, but only inside a code', () => {
    const within = [keyFor('0', 0), keyFor('1', 8), { ...keyAt(']', 16, 'BracketRight'), ctrl: true }, keyAt('F8', 24)];
    const { outputs } = typeAll([...within, ...scanKeys('2', 32, 8)]);
    expect(scansOf(outputs)).toEqual(['01\x1d\x1d2']);
    expect(typeAll([keyAt('F8', 0)]).outputs).toEqual([{ kind: 'command', code: 'F8' }]);
  });

  it('takes 64 KB in one piece', () => {
    const text = 'A'.repeat(65_536);
    expect(scansOf(typeAll(scanKeys(text, 0, 5)).outputs)).toEqual([text]);
  });
});

describe('a hand with nothing focused', () => {
  it('may type as slowly as it likes, correct itself and end with Enter', () => {
    const presses = [keyFor('7', 0), keyFor('5', 900), keyFor('9', 5_000), keyAt('Backspace', 6_000), enterAt(7_000)];
    expect(typeAll(presses).outputs).toMatchObject([{ kind: 'scan', text: '75', by: 'keyboard' }]);
  });

  it('clears what it typed with Escape, and only then is Escape a command', () => {
    const { outputs } = typeAll([keyFor('7', 0), keyAt('Escape', 500), keyAt('Escape', 900)]);
    expect(outputs).toEqual([{ kind: 'command', code: 'Escape' }]);
  });

  it('chooses at the very end of that time, though tenths of a millisecond do not add up', () => {
    const pressedMs = 905.1;
    expect(pressedMs + 300 - pressedMs).toBeLessThan(300);
    const { state } = pressKey(emptyWedge(), keyAt('1', pressedMs), 'nothing');
    expect(letTimePass(state, pressedMs + 300, new Set(['1'])).outputs).toEqual([{ kind: 'lone', key: '1' }]);
  });

  it('chooses with a single digit only after it stayed alone', () => {
    const { state } = typeAll([keyFor('1', 0)]);
    const claimed = new Set(['1']);
    expect(letTimePass(state, 250, claimed).outputs).toEqual([]);
    const step = letTimePass(state, 300, claimed);
    expect(step.outputs).toEqual([{ kind: 'lone', key: '1' }]);
    expect(pendingText(step.state)).toBe('');
    expect(letTimePass(state, 300, new Set()).outputs).toEqual([]);
  });

  it('still presses a focused button with Space and Enter when nothing is typed', () => {
    expect(typeAll([keyAt(' ', 0, 'Space')], 'control').swallowed).toEqual([false]);
    expect(typeAll([enterAt(500)], 'control').swallowed).toEqual([false]);
  });
});

describe('a scanner that forgets something', () => {
  it('is found out when its code never ends', () => {
    const { state } = typeAll(scanKeys('6901234567892', 0, 10).slice(0, -1));
    expect(letTimePass(state, 1_000, new Set()).outputs).toEqual([]);
    expect(letTimePass(state, 1_700, new Set()).outputs).toMatchObject([
      { kind: 'leftover', text: '6901234567892', burst: { ime: 'none', timing: { medianMs: 10, suffix: 'none' } } },
    ]);
  });
});

describe('a scan while a text field has the focus', () => {
  it('is lifted out of the field', () => {
    const typed = typeAll(scanKeys('YT1234567890123', 0, 8), 'field');
    expect(typed.outputs).toMatchObject([{ kind: 'scan', text: 'YT1234567890123', by: 'scanner' }]);
    expect(typed.swallowed.slice(0, -1)).not.toContain(true);
    expect(typed.swallowed.at(-1)).toBe(true);
  });

  it('leaves what a hand types, and its Enter, to the field', () => {
    const typed = typeAll(scanKeys('hello', 0, 120), 'field');
    expect(typed.outputs).toEqual([]);
    expect(typed.swallowed).not.toContain(true);
  });

  it('hands over what was typed before the field got the focus', () => {
    const before = pressKey(emptyWedge(), keyFor('7', 0), 'nothing');
    expect(pressKey(before.state, keyFor('5', 400), 'field').outputs).toEqual([
      { kind: 'leftover', text: '7', burst: null },
    ]);
  });
});
