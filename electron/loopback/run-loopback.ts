import { dirname, join } from 'node:path';
import type { Problem } from '../../shared/contract/problem.ts';
import { EXIT, exitCodeOf } from '../host/exit-code.ts';
import { type HostArgs, parseHostArgs } from '../host/host-args.ts';
import { createDoor } from '../host/door.ts';
import { hostSentences, inBothLanguages, problemLines } from '../host/messages.ts';
import { createNodePorts } from '../host/node-ports.ts';
import { reportCrash } from '../host/report-crash.ts';
import { prepareDataDir } from '../host/prepare-data-dir.ts';
import { defaultDataDir, type Machine } from '../host/user-folders.ts';
import { type Backend, openBackend } from '../services/backend.ts';
import type { HostPorts } from '../services/ports.ts';
import { createResponder } from '../services/web/respond.ts';
import { openBrowserWindow } from './browser-window.ts';
import { type LoopbackServer, serveLoopback } from './serve.ts';
import { untilWindowCloses } from './window-life.ts';

/** Names the browser whose window is opened; `npm start` looks for one and passes it on. */
const BROWSER_VARIABLE = 'DISPATCH_DESK_BROWSER';

export type LoopbackRun = {
  readonly args: readonly string[];
  readonly machine: Machine;
  /** File of the entry module. */
  readonly entry: string;
  readonly say: (line: string) => void;
  readonly complain: (lines: string) => void;
  /** Resolves when the person or the system asks the host to end. */
  readonly asked: Promise<unknown>;
};

/** One run of the loopback host, from its arguments to its exit code. */
export async function runLoopback(run: LoopbackRun): Promise<number> {
  const args = parseHostArgs(run.args);
  if (!args.ok) {
    run.complain(inBothLanguages(hostSentences.usage(args.error)));
    return EXIT.usage;
  }
  const browser = args.value.open ? run.machine.env[BROWSER_VARIABLE] : undefined;
  const dataDir = prepareDataDir(args.value.dataDir ?? defaultDataDir(run.machine));
  if (!dataDir.ok) return stop(run, dataDir.error);
  const ports = createNodePorts({
    dataDir: dataDir.value,
    features: { host: 'loopback', printing: true, updates: false, ownWindow: browser !== undefined },
    entry: run.entry,
    machine: run.machine,
  });
  process.once('uncaughtException', (error) => {
    run.complain(inBothLanguages(hostSentences.crashed(reportCrash(ports.log, error))));
    process.exit(EXIT.failed);
  });
  const backend = await openBackend(ports);
  if (!backend.ok) return stop(run, backend.error);
  try {
    return await serveUntilAsked(run, args.value, ports, backend.value, browser);
  } finally {
    await backend.value.close();
  }
}

async function serveUntilAsked(
  run: LoopbackRun,
  args: HostArgs,
  ports: HostPorts,
  backend: Backend,
  browser: string | undefined,
): Promise<number> {
  const server = await serve(run, args, ports, backend);
  if (server === null) {
    run.complain(inBothLanguages(hostSentences.portTaken(args.port)));
    return EXIT.failed;
  }
  try {
    const needsLink = browser === undefined || args.printUrl;
    run.say(inBothLanguages(needsLink ? hostSentences.ready(server.newLaunchUrl()) : hostSentences.windowOpen));
    await (browser === undefined ? run.asked : untilOver(run, ports, server, browser));
    run.say(inBothLanguages(hostSentences.closing));
    return EXIT.good;
  } finally {
    await server.close();
  }
}

/** Null where the port that was asked for is taken. */
async function serve(
  run: LoopbackRun,
  args: HostArgs,
  ports: HostPorts,
  backend: Backend,
): Promise<LoopbackServer | null> {
  const door = createDoor({ call: backend.call, context: backend.context });
  const respond = createResponder({ pageDir: pageDir(run.entry), files: backend.files });
  try {
    return await serveLoopback({ door, respond, events: backend.events, log: ports.log, port: args.port });
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES'))
      return null;
    throw error;
  }
}

async function untilOver(
  run: LoopbackRun,
  ports: HostPorts,
  server: LoopbackServer,
  executable: string,
): Promise<void> {
  const window = openBrowserWindow({
    executable,
    url: server.newLaunchUrl(),
    profileDir: join(ports.dataDir, 'browser'),
    isRoot: process.getuid?.() === 0,
    platform: run.machine.platform,
  });
  const onNoWindow = (): void => run.say(inBothLanguages(hostSentences.noWindow(server.newLaunchUrl())));
  await Promise.race([untilWindowCloses({ window, server, onNoWindow }), run.asked]);
  window.close();
}

function stop(run: LoopbackRun, problem: Problem): number {
  run.complain(problemLines(problem));
  return exitCodeOf(problem);
}

/** The built page: beside the bundled host, or in dist/ of the project when the host runs from source. */
const pageDir = (entry: string): string =>
  entry.endsWith('.ts') ? join(dirname(entry), '..', '..', 'dist', 'renderer') : join(dirname(entry), '..', 'renderer');
