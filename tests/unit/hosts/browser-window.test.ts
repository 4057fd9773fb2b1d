import { describe, expect, it } from 'vitest';
import { browserArgs } from '../../../electron/loopback/browser-window.ts';
import { untilWindowCloses } from '../../../electron/loopback/window-life.ts';

const options = {
  url: 'http://127.0.0.1:4000/launch?key=x',
  profileDir: '/data/browser',
  isRoot: false,
  platform: 'linux',
} as const;

describe('browser window', () => {
  it('is the page alone, in a profile of its own', () => {
    expect(browserArgs(options)).toEqual(
      expect.arrayContaining([
        `--app=${options.url}`,
        '--user-data-dir=/data/browser',
        '--no-first-run',
        '--disable-sync',
      ]),
    );
  });

  it('keeps the browser’s sandbox but for root on Linux, where it cannot start with it', () => {
    expect(browserArgs(options)).not.toContain('--no-sandbox');
    expect(browserArgs({ ...options, isRoot: true, platform: 'darwin' })).not.toContain('--no-sandbox');
    expect(browserArgs({ ...options, isRoot: true })).toContain('--no-sandbox');
  });

  it('is never asked to weaken what protects the page', () => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      for (const arg of browserArgs({ ...options, platform, isRoot: true }))
        expect(arg).not.toMatch(/disable-web-security|ignore-certificate|remote-debugging|allow-file|load-extension/);
  });
});

describe('life of the window', () => {
  const setup = (state: { entered: boolean; pages: number }) => {
    const told: string[] = [];
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => {
      end = resolve;
    });
    const life = untilWindowCloses({
      window: { ended },
      server: { wasEntered: () => state.entered, openPages: () => state.pages },
      onNoWindow: () => told.push('no window'),
    }).then(() => told.push('closed'));
    return { told, life, end: () => end() };
  };
  const pass = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  it('ends a moment after the browser, and not before', async () => {
    const { told, end, life } = setup({ entered: true, pages: 0 });
    await pass(50);
    expect(told).toEqual([]);
    end();
    await life;
    expect(told).toEqual(['closed']);
  });

  it('goes on while a browser that was there already holds the page, through a reload, until that closes', async () => {
    const state = { entered: false, pages: 0 };
    const { told, end, life } = setup(state);
    end();
    await pass(150);
    state.entered = true;
    state.pages = 1;
    await pass(1_300);
    state.pages = 0;
    await pass(300);
    state.pages = 1;
    await pass(1_300);
    expect(told).toEqual([]);
    state.pages = 0;
    await life;
    expect(told).toEqual(['closed']);
  });
});
