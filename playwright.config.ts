import { defineConfig } from '@playwright/test';
import { takeRunTemp } from './build/checks/run-temp.ts';
import { findBrowser } from './build/setup/find-browser.mjs';
import { electronProgram } from './tests/e2e/hosts/electron-host.ts';
import type { DeskOptions } from './tests/e2e/hosts/running-host.ts';

/** Browser tests run on the machine's own Chromium, because Playwright's is downloaded from outside the registry. */
const executablePath = findBrowser();

// Without a locale, as in a bare container, Chromium gives every file with a Chinese name the name `download`.
process.env['LC_ALL'] ??= 'C.UTF-8';

takeRunTemp();

/** Every spec runs over the loopback host, and again in Electron where its program is. */
export default defineConfig<DeskOptions>({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/e2e',
  workers: process.env['DISPATCH_DESK_E2E_WORKERS'] ? Number(process.env['DISPATCH_DESK_E2E_WORKERS']) : 2,
  // A shared build machine stands still at times. What passed only the second time is named at the end of the run.
  retries: process.env['CI'] === undefined ? 0 : 1,
  timeout: 60_000,
  forbidOnly: process.env['CI'] !== undefined,
  reporter: [['line'], ['json', { outputFile: 'test-results/e2e.json' }]],
  projects: [
    { name: 'loopback', use: { hostKind: 'loopback' } },
    ...(electronProgram() === undefined ? [] : [{ name: 'electron', use: { hostKind: 'electron' as const } }]),
  ],
  use: {
    browserName: 'chromium',
    viewport: { width: 1366, height: 768 },
    // Recording takes a third of a run: a build machine records what it tries a second time.
    trace: process.env['CI'] === undefined ? 'retain-on-failure' : 'on-first-retry',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
        // A moving test picture for a camera, and nobody to be asked for it.
        '--use-fake-device-for-media-stream',
        '--use-fake-ui-for-media-stream',
      ],
    },
  },
});
