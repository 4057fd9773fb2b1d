import type { Features, HostPorts } from '../services/ports.ts';
import { appVersion } from './app-version.ts';
import { createNodeCipher } from './cipher/node-cipher.ts';
import { createFileLog } from './log/file-log.ts';
import { createNodeClock } from './node-clock.ts';
import { createOpenExternal } from './open-external.ts';
import { createNodeSpawn, practiceEntry } from './practice-process.ts';
import { createProxyFromEnv } from './proxy-from-env.ts';
import { createStartTraining } from './start-training.ts';
import type { Machine } from './user-folders.ts';
import { createWakeByClock } from './wake-by-clock.ts';

export type NodeHost = {
  /** A folder that {@link prepareDataDir} has made. */
  readonly dataDir: string;
  readonly features: Features;
  /** File of the host's entry module (`import.meta.filename`). */
  readonly entry: string;
  readonly machine: Machine;
};

/** The ports of a host that runs under plain Node: the loopback host and the command line. */
export function createNodePorts({ dataDir, features, entry, machine }: NodeHost): HostPorts {
  const clock = createNodeClock();
  const log = createFileLog(dataDir);
  return {
    dataDir,
    features,
    clock,
    log,
    appVersion: appVersion(),
    cipher: createNodeCipher(dataDir, machine.env),
    onWake: createWakeByClock(clock.now),
    resolveProxy: createProxyFromEnv(machine.env),
    openExternal: createOpenExternal(machine.platform),
    // There is no desktop service to speak through; the page shows the same words. They may name an order: not logged.
    notify: async () => log.info('notification'),
    startTraining: createStartTraining(createNodeSpawn(practiceEntry(entry), machine.env)),
  };
}
