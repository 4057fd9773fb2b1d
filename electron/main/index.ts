import { dirname, join } from 'node:path';
import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  Notification,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
  utilityProcess,
} from 'electron';
import { parseHostArgs } from '../host/host-args.ts';
import { createFileLog } from '../host/log/file-log.ts';
import { prepareDataDir } from '../host/prepare-data-dir.ts';
import { defaultDataDir, thisMachine } from '../host/user-folders.ts';
import { appMenu } from './app-menu.ts';
import { registerAppScheme } from './app-protocol.ts';
import { createCrashEnd, refuseStart, runDesk } from './run-desk.ts';
import { claimSingleInstance } from './single-instance.ts';
import { createWindows } from './windows.ts';

// Electron waits for this module before it is ready, so nothing here may be awaited.
app.enableSandbox();
registerAppScheme(protocol);

const machine = thisMachine();
const entry = import.meta.filename;
const args = parseHostArgs(process.argv.slice(1), 'others');
const wanted = (args.ok ? args.value.dataDir : null) ?? defaultDataDir(machine);
const prepared = prepareDataDir(wanted);

if (prepared.ok) start(prepared.value);
else refuseStart({ app, dialog }, prepared.error);

function start(dataDir: string): void {
  // The single-instance lock lies in this folder: one window per data folder, not per machine.
  app.setPath('userData', join(dataDir, 'electron'));
  const log = createFileLog(dataDir);
  const endInCrash = createCrashEnd(app, dialog, log);
  process.on('uncaughtException', endInCrash);
  const windows = createWindows({
    create: (options) => new BrowserWindow(options),
    preload: join(dirname(entry), 'preload.cjs'),
    devTools: !app.isPackaged,
    now: () => performance.now(),
    onPageGone: (reason) => log.warn('page-gone', { reason }),
  });
  if (!claimSingleInstance(app, windows.focus)) return app.exit(0);
  const menu = appMenu(machine.platform);
  Menu.setApplicationMenu(menu === null ? null : Menu.buildFromTemplate([...menu]));
  const run = async (): Promise<void> =>
    await runDesk({
      app,
      dialog,
      entry,
      log,
      dataDir,
      windows,
      protocol,
      safeStorage,
      shell,
      powerMonitor,
      ipc: ipcMain,
      env: machine.env,
      platform: machine.platform,
      appVersion: app.getVersion(),
      session: session.defaultSession,
      fork: (module, forkArgs, options) => utilityProcess.fork(module, forkArgs, options),
      showNotification: (title, body) => new Notification({ title, body }).show(),
    });
  void app.whenReady().then(run).catch(endInCrash);
}
