import type { CDPSession, Page } from '@playwright/test';
import { HAND_MS } from './paced-hand.ts';

/** What the page hears of one scan through an input method: keys, and the input method's own doings, in order. */
export type Heard =
  | {
      readonly key: string;
      readonly code: string;
      readonly shift?: boolean;
      readonly alt?: boolean;
      readonly gapMs?: number;
    }
  | { readonly composing: string }
  | { readonly insert: string };

const PROCESS_KEY = 229;
const SHIFT = 8;
const ALT = 1;
const GAP_MS = 8;

/** Plays a stream through the DevTools protocol. The keys carry the times of a scanner however slow the machine is. */
export async function playStream(page: Page, stream: readonly Heard[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  // The times of the keys lie before now, and none may lie before the page was up.
  await page.waitForTimeout(stream.length * GAP_MS + HAND_MS);
  let atMs = Date.now() - stream.length * GAP_MS;
  for (const heard of stream) {
    if ('composing' in heard) await compose(session, heard.composing);
    else if ('insert' in heard) await session.send('Input.insertText', { text: heard.insert });
    else {
      atMs += heard.gapMs ?? GAP_MS;
      await press(session, heard, atMs);
    }
  }
  await session.detach();
}

const compose = (session: CDPSession, text: string): Promise<unknown> =>
  session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });

async function press(session: CDPSession, heard: Extract<Heard, { key: string }>, atMs: number): Promise<void> {
  const { key, code } = heard;
  const taken = key === 'Process';
  const text = [...key].length === 1 && !heard.alt ? key : key === 'Enter' ? '\r' : undefined;
  const common = {
    ...{ key, code, timestamp: atMs / 1_000 },
    modifiers: (heard.shift ? SHIFT : 0) | (heard.alt ? ALT : 0),
    ...(taken ? { windowsVirtualKeyCode: PROCESS_KEY } : {}),
  };
  const typed = text === undefined ? { type: 'rawKeyDown' as const } : { type: 'keyDown' as const, text };
  await session.send('Input.dispatchKeyEvent', { ...typed, ...common });
  await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...common });
}

/** Keys of a US keyboard for a code, plain or as an input method leaves them (`Process`). */
export const keysOf = (code: string, how: 'plain' | 'taken' = 'plain'): readonly Heard[] =>
  [...code].map((char) => ({
    key: how === 'taken' ? 'Process' : char,
    code: /\d/.test(char) ? `Digit${char}` : (SIGNS[char] ?? `Key${char.toUpperCase()}`),
    shift: /[A-Z]/.test(char),
  }));

const SIGNS: { readonly [char: string]: string } = { '-': 'Minus', ']': 'BracketRight' };
export const ENTER: Heard = { key: 'Enter', code: 'Enter' };
export const TAKEN_ENTER: Heard = { key: 'Process', code: 'Enter' };
