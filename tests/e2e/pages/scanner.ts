import type { Page } from '@playwright/test';

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
  // Sent without waiting for each other: the session keeps their order.
  const events = strokesOf(code, endMs).flatMap(strokeEvents);
  await Promise.all(events.map((event) => keyboard.send('Input.dispatchKeyEvent', event)));
  await keyboard.detach();
}

/** The keys of a code and its Enter, each with its time. */
export function strokesOf(code: string, endMs: number, gapMs = KEY_GAP_MS): readonly Stroke[] {
  const firstMs = endMs - code.length * gapMs;
  const strokes = [...code].map((char, index) => strokeOf(char, firstMs + index * gapMs));
  return [...strokes, { key: 'Enter', code: 'Enter', text: '\r', virtualKey: 13, modifiers: 0, atMs: endMs }];
}

type Stroke = {
  readonly key: string;
  readonly code: string;
  readonly text: string;
  readonly virtualKey: number;
  readonly modifiers: number;
  readonly atMs: number;
};

/** A key going down and up again, as the DevTools protocol takes it. */
export function strokeEvents({ key, code, text, virtualKey, modifiers, atMs }: Stroke) {
  const common = { key, code, windowsVirtualKeyCode: virtualKey, modifiers, timestamp: atMs / 1_000 };
  return [
    { type: 'keyDown' as const, text, unmodifiedText: text, ...common },
    { type: 'keyUp' as const, ...common },
  ];
}

/** The key of a US keyboard that types `char`: digits, letters, and the dash of waybills. */
function strokeOf(char: string, atMs: number): Stroke {
  const upper = char.toUpperCase();
  const code = /\d/.test(char) ? `Digit${char}` : char === '-' ? 'Minus' : `Key${upper}`;
  const virtualKey = char === '-' ? 189 : upper.charCodeAt(0);
  return { key: char, code, text: char, virtualKey, modifiers: /[A-Z]/.test(char) ? SHIFT : 0, atMs };
}
