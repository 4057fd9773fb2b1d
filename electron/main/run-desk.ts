import { dirname, join } from 'node:path';
import type { App, Dialog, IpcMain, Protocol } from 'electron';
import type { Problem } from '../../shared/contract/problem.ts';
import { createDoor } from '../host/door.ts';
import { EXIT, exitCodeOf } from '../host/exit-code.ts';
import { hostSentences, inBothLanguages, problemLines } from '../host/messages.ts';
import { reportCrash } from '../host/report-crash.ts';
import { openBackend } from '../services/backend.ts';
import type { Log } from '../services/ports.ts';
import { createResponder } from '../services/web/respond.ts';
import { serveAppProtocol } from './app-protocol.ts';
import { openChosenDevices } from './chosen-devices.ts';
import { closeOnQuit } from './close-once.ts';
import { letPersonChoose } from './device-chooser.ts';
import { createElectronPorts, type ElectronLoan } from './electron-ports.ts';
import { pushEvents, serveIpc } from './ipc.ts';
import { guardPermissions } from './permissions.ts';
import { createSenderCheck } from './trusted-sender.ts';
import type { Windows } from './windows.ts';

export type DeskParts = Omit<ElectronLoan, 'log'> & {
  readonly log: Log;
  readonly app: Pick<App, 'on' | 'exit' | 'quit'>;
  readonly dialog: Pick<Dialog, 'showErrorBox' | 'showMessageBox'>;
  readonly ipc: Pick<IpcMain, 'handle'>;
  readonly protocol: Pick<Protocol, 'handle'>;
  readonly windows: Windows;
};

/** One run of the app in Electron, once that is ready: ports, backend, the three seams, the window. */
export async function runDesk(parts: DeskParts): Promise<void> {
  const { app, dialog, windows, session } = parts;
  const chosen = openChosenDevices(join(parts.dataDir, 'devices.json'));
  let allowsCamera = (): boolean => false;
  guardPermissions(session, { isChosen: chosen.has, allowsCamera: () => allowsCamera() });
  letPersonChoose({ session, dialog, chosen });
  const backend = await openBackend(await createElectronPorts(parts));
  if (!backend.ok) return refuseStart({ app, dialog }, backend.error);
  const { call, context, events, files, close } = backend.value;
  allowsCamera = backend.value.allowsCamera;
  const stopEvents = pushEvents(events, windows.contents);
  closeOnQuit(app, async () => {
    stopEvents();
    await close();
  });
  app.on('window-all-closed', () => app.quit());
  serveIpc(parts.ipc, createDoor({ call, context }), createSenderCheck(windows.contents));
  serveAppProtocol(parts.protocol, createResponder({ pageDir: pageDir(parts.entry), files }));
  await windows.open();
}

/** Says in both languages why the app does not start, and ends. */
export function refuseStart(
  { app, dialog }: { readonly app: Pick<App, 'exit'>; readonly dialog: Pick<Dialog, 'showErrorBox'> },
  problem: Problem,
): void {
  dialog.showErrorBox('发货台 Dispatch Desk', problemLines(problem));
  app.exit(exitCodeOf(problem));
}

/** The last stop of a bug: written down, told with its reference, and the process ends; what was saved is on disk. */
export function createCrashEnd(
  app: Pick<App, 'exit'>,
  dialog: Pick<Dialog, 'showErrorBox'>,
  log: Log,
): (error: unknown) => void {
  return (error) => {
    const ref = reportCrash(log, error);
    dialog.showErrorBox('发货台 Dispatch Desk', inBothLanguages(hostSentences.crashed(ref)));
    app.exit(EXIT.failed);
  };
}

/** dist/renderer, beside dist/electron where the bundled host lies. */
const pageDir = (entry: string): string => join(dirname(entry), '..', 'renderer');
