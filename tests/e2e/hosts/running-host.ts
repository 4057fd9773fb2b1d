import type { Page } from '@playwright/test';

/** One of the app's hosts, running on a data folder of its own. */
export type RunningHost = {
  /** Shows the app: in the page given, or in the host's own window. */
  readonly open: (page: Page) => Promise<Page>;
  /** The same after `prepare`, which may call the desk from the page it is given and sees nothing of the app there. */
  readonly openPrepared: (page: Page, prepare: (page: Page) => Promise<void>) => Promise<Page>;
  /** Ends it the polite way and waits. */
  readonly stop: () => Promise<void>;
  /** Ends it without warning, as a power cut does. */
  readonly kill: () => Promise<void>;
};

export type HostKind = 'loopback' | 'electron';

export type DeskOptions = {
  /** In which host a run's specs are played; a project of the Playwright configuration decides. */
  readonly hostKind: HostKind;
};
