import { spawn } from 'node:child_process';

export type BrowserWindow = {
  /** Resolves when the browser's process is gone, or could not be started. */
  readonly ended: Promise<void>;
  readonly close: () => void;
};

export type BrowserOptions = {
  readonly executable: string;
  readonly url: string;
  /** Profile of this window alone, inside the data folder. */
  readonly profileDir: string;
  readonly isRoot: boolean;
  readonly platform: NodeJS.Platform;
};

/** Opens the page as a window of its own: no tabs, no address bar, no profile of the person's. */
export function openBrowserWindow(options: BrowserOptions): BrowserWindow {
  const child = spawn(options.executable, browserArgs(options), { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  return { ended, close: () => void child.kill() };
}

/** The arguments of Chromium, Chrome or Edge. */
export function browserArgs({
  url,
  profileDir,
  isRoot,
  platform,
}: Omit<BrowserOptions, 'executable'>): readonly string[] {
  return [
    `--app=${url}`,
    `--user-data-dir=${profileDir}`,
    '--window-size=1440,900',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--disable-quic',
    // The desk speaks both languages itself; a translation bar would cover the state band.
    '--disable-features=Translate',
    // A page that may beep only after a click would stay silent at the first scan.
    '--autoplay-policy=no-user-gesture-required',
    // The profile keeps nothing but a session cookie; without these, starting it may ask for the keyring's password.
    ...(platform === 'darwin' ? ['--use-mock-keychain'] : []),
    ...(platform === 'linux' ? ['--password-store=basic'] : []),
    // Chromium's sandbox refuses to run as root, which is the rule in containers; those have no graphics card either.
    ...(platform === 'linux' && isRoot ? ['--no-sandbox', '--disable-gpu'] : []),
  ];
}
