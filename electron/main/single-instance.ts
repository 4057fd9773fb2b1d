import type { App } from 'electron';

/**
 * Makes a second start of the app bring the first one's window forward. True for the first. This is courtesy, not the
 * guard: that is the database's exclusive lock, which also stops the other hosts (RELIABILITY F7).
 */
export function claimSingleInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'on'>,
  focusFirst: () => void,
): boolean {
  if (!app.requestSingleInstanceLock()) return false;
  app.on('second-instance', focusFirst);
  return true;
}
