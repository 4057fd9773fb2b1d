import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';

/** What every window of ours has in common (RELIABILITY S01–S05): sandboxed, isolated, no Node anywhere near a page. */
const LOCKED_DOWN: WebPreferences = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  spellcheck: false,
  navigateOnDragDrop: false,
};

/** The window of the page, the only one with a bridge. */
export const pageWindowOptions = (preload: string, devTools: boolean): BrowserWindowConstructorOptions => ({
  width: 1440,
  height: 900,
  minWidth: 1024,
  minHeight: 680,
  show: false,
  title: '发货台 Dispatch Desk',
  webPreferences: {
    ...LOCKED_DOWN,
    preload,
    devTools,
    // A page that may beep only after a click would stay silent at the first scan.
    autoplayPolicy: 'no-user-gesture-required',
  },
});

/** A window for a document of ours: looked at and printed, without a bridge and without scripts. */
export const documentWindowOptions = (): BrowserWindowConstructorOptions => ({
  width: 900,
  height: 1100,
  title: '发货台 Dispatch Desk',
  webPreferences: { ...LOCKED_DOWN, javascript: false, devTools: false },
});
