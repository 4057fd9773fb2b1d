import type { WebContents } from 'electron';
import type { HostPorts } from '../services/ports.ts';

export type PrintableContents = Pick<WebContents, 'printToPDF'>;

/**
 * Prints the page into a PDF by its own print styles: the paper's size and margins are those of its `@page` rule. Null
 * where its window is gone or Chromium could not.
 */
export const createPagePdf =
  (contents: () => PrintableContents | null): NonNullable<HostPorts['pagePdf']> =>
  async () =>
    (await contents()
      ?.printToPDF({ preferCSSPageSize: true, printBackground: true })
      .catch(() => null)) ?? null;
