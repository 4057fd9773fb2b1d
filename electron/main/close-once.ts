import type { App } from 'electron';

/**
 * Lets the backend finish before Electron ends: the first `will-quit` is held back until `close` is through, and what
 * comes after it ends the process for good, also where `close` failed.
 */
export function closeOnQuit(app: Pick<App, 'on' | 'exit'>, close: () => Promise<void>): void {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    void close().then(
      () => app.exit(0),
      () => app.exit(1),
    );
  });
}
