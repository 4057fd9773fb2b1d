import { join } from 'node:path';
import { createNodePorts } from '../../electron/host/node-ports.ts';
import { prepareDataDir } from '../../electron/host/prepare-data-dir.ts';
import { type Backend, openBackend } from '../../electron/services/backend.ts';
import type { HostPorts } from '../../electron/services/ports.ts';
import { temporaryFolder } from './hosts.ts';
import { onTestFinished } from 'vitest';

/** File of the host that a test stands in for: what it names is run from source. */
const ENTRY = join(import.meta.dirname, '..', '..', 'electron', 'loopback', 'index.ts');

export type TestBackend = { readonly backend: Backend; readonly ports: HostPorts; readonly dataDir: string };

/** The real backend with Node's own ports on a folder of its own, closed when the test ends. */
export async function openTestBackend(changed: Partial<HostPorts> = {}): Promise<TestBackend> {
  const prepared = prepareDataDir(changed.dataDir ?? temporaryFolder());
  if (!prepared.ok) throw new Error(`The test folder cannot be written: ${prepared.error.code}`);
  const ports: HostPorts = {
    ...createNodePorts({
      dataDir: prepared.value,
      features: { host: 'loopback', printing: true, updates: false, ownWindow: false },
      entry: ENTRY,
      machine: { platform: process.platform, env: {}, home: prepared.value },
    }),
    ...changed,
  };
  const opened = await openBackend(ports);
  if (!opened.ok) throw new Error(`The backend did not open: ${JSON.stringify(opened.error)}`);
  const close = once(opened.value.close);
  onTestFinished(close);
  return { backend: { ...opened.value, close }, ports, dataDir: prepared.value };
}

/** A test may close the backend itself, to look at what it left behind. */
function once(task: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null;
  return () => (running ??= task());
}
