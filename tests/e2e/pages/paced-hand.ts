import type { Page } from '@playwright/test';
import { scanCode, scanLengthMs } from './scanner.ts';

/** What a hand needs between two things it does; closer together, keys and codes belong to one trigger pull. */
export const HAND_MS = 300;

/** Scanner and keyboard in one person's hands: what they do never overlaps, however fast the test goes on. */
export function pacedHand(page: Page) {
  let doneMs = Date.now();
  const rest = async (lengthMs: number): Promise<void> => {
    const waitMs = doneMs + HAND_MS + lengthMs - Date.now();
    if (waitMs > 0) await page.waitForTimeout(waitMs);
  };
  return {
    /** The page has just come up: what is scanned from now on it hears from its first key. */
    begin: (): void => {
      doneMs = Date.now();
    },
    scan: async (code: string): Promise<void> => {
      await rest(scanLengthMs(code));
      const endMs = Date.now();
      await scanCode(page, code, endMs);
      doneMs = endMs;
    },
    press: async (key: string): Promise<void> => {
      await page.keyboard.press(key);
      doneMs = Date.now();
    },
  };
}
