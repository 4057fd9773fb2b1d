import type { Page } from '@playwright/test';

/** Keeps the page's one thread busy two thirds of the time. */
export const keepBusy = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const burn = (): void => {
      const untilMs = performance.now() + 20;
      while (performance.now() < untilMs) JSON.stringify(Array.from({ length: 200 }, (_, index) => ({ index })));
      setTimeout(burn, 10);
    };
    burn();
  });
