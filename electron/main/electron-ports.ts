import type { PowerMonitor, SafeStorage, Session, Shell } from 'electron';
import { createPassphraseCipher } from '../host/cipher/passphrase-cipher.ts';
import { PASSPHRASE_VARIABLE } from '../host/cipher/node-cipher.ts';
import { isOpenableOutside } from '../host/external-hosts.ts';
import { createNodeClock } from '../host/node-clock.ts';
import { practiceEntry } from '../host/practice-process.ts';
import { createStartTraining } from '../host/start-training.ts';
import type { Cipher, HostPorts, Log } from '../services/ports.ts';
import { createPagePdf, type PrintableContents } from './page-pdf.ts';
import { createPowerWake } from './power-wake.ts';
import { createSafeStorageCipher } from './safe-storage-cipher.ts';
import { createSessionProxy } from './session-proxy.ts';
import { createUtilitySpawn, type Fork } from './utility-practice.ts';

export type ElectronLoan = {
  readonly dataDir: string;
  readonly appVersion: string;
  readonly entry: string;
  readonly log: Log;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly platform: NodeJS.Platform;
  readonly safeStorage: SafeStorage;
  readonly session: Session;
  readonly powerMonitor: PowerMonitor;
  readonly shell: Pick<Shell, 'openExternal'>;
  readonly fork: Fork;
  readonly showNotification: (title: string, body: string) => void;
  readonly windows: { readonly contents: () => PrintableContents | null };
};

/** The ports of the Electron host. Call after Electron is ready: before that no key store answers. */
export async function createElectronPorts(loan: ElectronLoan): Promise<HostPorts> {
  return {
    dataDir: loan.dataDir,
    appVersion: loan.appVersion,
    log: loan.log,
    clock: createNodeClock(),
    cipher: await chooseCipher(loan),
    features: { host: 'electron', printing: true, updates: false, ownWindow: true },
    onWake: createPowerWake(loan.powerMonitor),
    resolveProxy: createSessionProxy(loan.session),
    openExternal: createShellOpen(loan.shell),
    notify: async (title, body) => loan.showNotification(title, body),
    pagePdf: createPagePdf(loan.windows.contents),
    startTraining: createStartTraining(createUtilitySpawn(loan.fork, practiceEntry(loan.entry))),
  };
}

/** A passphrase where one is given, which is also the way on a machine whose own key store is refused. */
const chooseCipher = async ({ dataDir, env, safeStorage, platform }: ElectronLoan): Promise<Cipher> => {
  const passphrase = env[PASSPHRASE_VARIABLE];
  return passphrase === undefined || passphrase === ''
    ? await createSafeStorageCipher(safeStorage, platform)
    : createPassphraseCipher(dataDir, passphrase);
};

/** Opens an allow-listed page in the person's browser (RELIABILITY S09). */
export const createShellOpen =
  (shell: Pick<Shell, 'openExternal'>): HostPorts['openExternal'] =>
  async (address) => {
    if (!isOpenableOutside(address)) return false;
    return await shell.openExternal(new URL(address).href).then(
      () => true,
      () => false,
    );
  };
