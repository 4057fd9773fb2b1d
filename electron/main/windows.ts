import type { BrowserWindow, BrowserWindowConstructorOptions, WebContents } from 'electron';
import { guardNavigation } from './navigation.ts';
import { PAGE_ADDRESS } from './own-address.ts';
import { documentWindowOptions, pageWindowOptions } from './window-options.ts';

export type WindowParts = {
  readonly create: (options: BrowserWindowConstructorOptions) => BrowserWindow;
  readonly preload: string;
  readonly devTools: boolean;
  readonly now: () => number;
  readonly onPageGone: (reason: string) => void;
};

export type Windows = {
  readonly open: () => Promise<void>;
  /** The page's contents while its window lives. */
  readonly contents: () => WebContents | null;
  /** Brings the window to the front, for a second start of the app. */
  readonly focus: () => void;
};

/** A page that dies again this soon after it was loaded anew would only die in a loop. */
const RELOAD_SPACING_MS = 10_000;

/** The app's one page window, and document windows for printing. */
export function createWindows(parts: WindowParts): Windows {
  let page: BrowserWindow | null = null;
  return {
    open: async () => {
      page = parts.create(pageWindowOptions(parts.preload, parts.devTools));
      page.once('closed', () => {
        page = null;
      });
      page.once('ready-to-show', () => page?.show());
      guardNavigation(page.webContents, (address) => openDocument(parts, address));
      reloadWhenGone(page.webContents, parts);
      await page.loadURL(PAGE_ADDRESS);
    },
    contents: () => (page === null || page.isDestroyed() ? null : page.webContents),
    focus: () => {
      if (page?.isMinimized()) page.restore();
      page?.show();
      page?.focus();
    },
  };
}

/** The backend holds all that was scanned, so a page that crashed is simply loaded again. */
function reloadWhenGone(contents: WebContents, { now, onPageGone }: WindowParts): void {
  let reloadedAt = Number.NEGATIVE_INFINITY;
  contents.on('render-process-gone', (_event, { reason }) => {
    onPageGone(reason);
    if (reason === 'clean-exit' || now() - reloadedAt < RELOAD_SPACING_MS) return;
    reloadedAt = now();
    contents.reload();
  });
}

function openDocument(parts: WindowParts, address: string): void {
  const window = parts.create(documentWindowOptions());
  guardNavigation(window.webContents, () => undefined);
  window.webContents.once('did-finish-load', () => window.webContents.print());
  void window.loadURL(address).catch(() => window.close());
}
