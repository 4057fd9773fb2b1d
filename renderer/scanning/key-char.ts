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

export type KeyChar = {
  readonly char: string;
  /** True when the character was rebuilt from the physical key, because an input method had taken the real one. */
  readonly rebuilt: boolean;
};

/** The character a key press stands for, or null for keys that type nothing. Scanners type as on a US keyboard. */
export function keyChar(press: KeyPress): KeyChar | null {
  if (press.ctrl || press.alt || press.meta) return null;
  if (/^[\x20-\x7e]$/.test(press.key)) return { char: press.key, rebuilt: false };
  const fromCode = codeChar(press);
  if (fromCode !== null) return { char: fromCode, rebuilt: true };
  return [...press.key].length === 1 ? { char: press.key, rebuilt: false } : null;
}

/** The control character a scanner sends as Ctrl and a key (GS as Ctrl+], for example), or null. */
export function controlChar(press: KeyPress): string | null {
  if (!press.ctrl || press.alt || press.meta) return null;
  const bracket = { BracketLeft: 0x1b, Backslash: 0x1c, BracketRight: 0x1d }[press.code];
  if (bracket !== undefined) return String.fromCharCode(bracket);
  const letter = /^Key([A-Z])$/.exec(press.code)?.[1];
  return letter ? String.fromCharCode(letter.charCodeAt(0) - 64) : null;
}

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
