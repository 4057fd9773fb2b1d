import type { RunChar } from './burst.ts';

/** A key press reduced to what scanning needs; `atMs` is the event's own timestamp, which a busy page does not bend. */
export type KeyPress = {
  readonly atMs: number;
  readonly key: string;
  readonly code: string;
  readonly shift: boolean;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly meta: boolean;
  readonly capsLock: boolean;
  readonly repeat: boolean;
};

/** The character a key press stands for, or null for keys that type nothing. Scanners type as on a US keyboard. */
export function keyChar(press: KeyPress): RunChar | null {
  if (press.ctrl || press.alt || press.meta) return null;
  const coded = codeChar(press);
  const style = press.code.startsWith('Numpad') ? 'numpad' : 'row';
  if (/^[\x20-\x7e]$/.test(press.key)) return { char: press.key, coded: press.key, rebuilt: false, style };
  // Without NumLock the number pad gives names of keys; no input method is in the way then.
  if (coded !== null) return { char: coded, coded, rebuilt: style === 'row', style };
  // An input method had a key that nobody knows: the code has a hole, which must show.
  if (press.key === 'Process' && !MODIFIER.test(press.code))
    return { char: '\ufffd', coded: null, rebuilt: true, style };
  return [...press.key].length === 1 ? { char: press.key, coded: null, rebuilt: false, style } : null;
}

const MODIFIER = /^(?:Shift|Control|Alt|Meta|CapsLock|NumLock|ScrollLock|Lang|Convert|NonConvert|KanaMode)/;

/** A character that no single key types: a control character, or the result of Alt and the number pad. */
export const composedChar = (char: string, style: RunChar['style'] = 'row'): RunChar => ({
  ...{ char, coded: char, rebuilt: false, style },
});

/** The control character a scanner sends as Ctrl and a key (GS as Ctrl+], for example), or null. */
export function controlChar(press: KeyPress): string | null {
  if (!press.ctrl || press.alt || press.meta) return null;
  const bracket = { BracketLeft: 0x1b, Backslash: 0x1c, BracketRight: 0x1d }[press.code];
  if (bracket !== undefined) return String.fromCharCode(bracket);
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1];
  return letter ? String.fromCharCode(letter.charCodeAt(0) - 64) : null;
}

/** What the physical key types on a US keyboard, with Shift and Caps Lock. */
function codeChar({ code, shift, capsLock }: KeyPress): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  if (letter) return shift === capsLock ? letter.toLowerCase() : letter;
  const numpad = /^Numpad(\d)$/.exec(code)?.[1];
  if (numpad) return numpad;
  return CODE_CHARS[code]?.[shift ? 1 : 0] ?? null;
}

const CODE_CHARS: { readonly [code: string]: string } = {
  Digit1: '1!',
  Digit2: '2@',
  Digit3: '3#',
  Digit4: '4$',
  Digit5: '5%',
  Digit6: '6^',
  Digit7: '7&',
  Digit8: '8*',
  Digit9: '9(',
  Digit0: '0)',
  Minus: '-_',
  Equal: '=+',
  BracketLeft: '[{',
  BracketRight: ']}',
  Backslash: '\\|',
  Semicolon: ';:',
  Quote: '\'"',
  Backquote: '`~',
  Comma: ',<',
  Period: '.>',
  Slash: '/?',
  Space: '  ',
  NumpadSubtract: '--',
  NumpadAdd: '++',
  NumpadMultiply: '**',
  NumpadDivide: '//',
  NumpadDecimal: '..',
};
