import type { CDPSession, Page } from '@playwright/test';

/** What a wired scanner leaves between two keys. */
const KEY_GAP_MS = 8;
const SHIFT = 8;

/** How long before its Enter a code's first key comes, in milliseconds. */
export const scanLengthMs = (code: string): number => code.length * KEY_GAP_MS;

/**
 * A keyboard scanner: keys in quick succession to whatever has the focus, Enter at the end. The keys carry the times of a
 * real scanner however busy the machine is that runs the test; `endMs` is the time of its Enter.
 */
export async function scanCode(page: Page, code: string, endMs = Date.now()): Promise<void> {
  const keyboard = await page.context().newCDPSession(page);
  const firstMs = endMs - scanLengthMs(code);
  const strokes = [...code].map((char, index) => strokeOf(char, firstMs + index * KEY_GAP_MS));
  const enter = { key: 'Enter', code: 'Enter', text: '\r', virtualKey: 13, modifiers: 0, atMs: endMs };
  // Sent without waiting for each other: the session keeps their order.
  await Promise.all([...strokes, enter].flatMap((stroke) => press(keyboard, stroke)));
  await keyboard.detach();
}

type Stroke = {
  readonly key: string;
  readonly code: string;
  readonly text: string;
  readonly virtualKey: number;
  readonly modifiers: number;
  readonly atMs: number;
};

function press(keyboard: CDPSession, { key, code, text, virtualKey, modifiers, atMs }: Stroke): Promise<unknown>[] {
  const common = { key, code, windowsVirtualKeyCode: virtualKey, modifiers, timestamp: atMs / 1_000 };
  return [
    keyboard.send('Input.dispatchKeyEvent', { type: 'keyDown', text, unmodifiedText: text, ...common }),
    keyboard.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common }),
  ];
}

/** The key of a US keyboard that types `char`: digits, letters, and the dash of waybills. */
function strokeOf(char: string, atMs: number): Stroke {
  const upper = char.toUpperCase();
  const code = /\d/.test(char) ? `Digit${char}` : char === '-' ? 'Minus' : `Key${upper}`;
  const virtualKey = char === '-' ? 189 : upper.charCodeAt(0);
  return { key: char, code, text: char, virtualKey, modifiers: /[A-Z]/.test(char) ? SHIFT : 0, atMs };
}
