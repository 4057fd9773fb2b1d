import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { FILE_LIMIT_BYTES } from '../../shared/channels.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/system.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { createNodePorts } from '../host/node-ports.ts';
import { prepareDataDir } from '../host/prepare-data-dir.ts';
import { defaultDataDir, type Machine } from '../host/user-folders.ts';
import { type Backend, openBackend } from '../services/backend.ts';
import type { Features } from '../services/ports.ts';
import { createClient } from './client.ts';
import type { CommandResult, OnlineCommand } from './command.ts';
import { allCommands } from './commands/all-commands.ts';
import { chosenLanguage, terminalLanguage } from './language.ts';
import { cliMessages } from './messages/cli-messages.ts';
import { type ParsedLine, parseCommandLine } from './parse-command-line.ts';
import { type Answer, answerOf, usageAnswer } from './answer.ts';
import type { CliMessages } from './messages/zh.ts';
import { usageProblem } from './usage-problem.ts';
import { machineOwner } from './machine-owner.ts';
import { newPin } from './new-pin.ts';
import { signIn } from './sign-in.ts';
import { tellRecovery } from './tell-recovery.ts';
import { showProgress } from './show-progress.ts';

export type CliRun = {
  readonly args: readonly string[];
  readonly machine: Machine;
  /** File of the host's entry module. */
  readonly entry: string;
  /** Where progress is drawn; null where nobody watches. */
  readonly progress: ((text: string) => void) | null;
  /** Asks for a PIN in the given words; null where nobody can answer. */
  readonly askPin?: (words: string) => Promise<string>;
  /** Resolves when the person wants it to end. */
  readonly asked: Promise<void>;
};

const FEATURES: Features = { host: 'cli', printing: false, updates: false, ownWindow: false };

/** Runs one command from beginning to end. */
export async function runCli(run: CliRun): Promise<Answer> {
  const terminal = terminalLanguage(run.machine.env);
  const parsed = parseCommandLine(run.args, allCommands);
  if (!parsed.ok) return usageAnswer(parsed.error, allCommands, cliMessages(terminal), run.args.includes('--json'));
  const { command, json } = parsed.value;
  if ('runPure' in command) {
    const { args } = parsed.value;
    const result = command.runPure({ args, language: terminal, text: cliMessages(terminal) });
    return answerOf(result, { json, language: terminal });
  }
  const prepared = prepareDataDir(parsed.value.dataDir ?? defaultDataDir(run.machine));
  if (!prepared.ok) return answerOf(prepared, { json, language: terminal });
  const dataDir = prepared.value;
  if ('runOffline' in command) {
    const text = cliMessages(terminal);
    const result = command.runOffline({ dataDir, args: parsed.value.args, text, nowMs: Date.now() });
    return answerOf(result, { json, language: terminal });
  }
  const ports = createNodePorts({ dataDir, features: FEATURES, entry: run.entry, machine: run.machine });
  const opened = await openBackend({ ...ports, setsPinsAnew: command.asOwner === true });
  if (!opened.ok) return answerOf(opened, { json, language: terminal });
  return withBackend(run, opened.value, { ...parsed.value, command, dataDir }, terminal);
}

async function withBackend(
  run: CliRun,
  backend: Backend,
  {
    command,
    args,
    json,
    operator,
    dataDir,
  }: ParsedLine & {
    readonly command: OnlineCommand;
    readonly dataDir: string;
  },
  terminal: Language,
): Promise<Answer> {
  let closing: Promise<void> | null = null;
  const close = (): Promise<void> => (closing ??= backend.close());
  void run.asked.then(close);
  const ask = run.askPin;
  const { env } = run.machine;
  const signedIn = command.asOwner
    ? machineOwner(dataDir, cliMessages(terminal))
    : await signIn({
        ...{ backend, operator, env },
        askPin: ask === undefined ? null : () => ask(cliMessages(terminal).askPin),
      });
  if (!signedIn.ok) {
    await close();
    return answerOf(signedIn, { json, language: terminal });
  }
  const client = createClient(backend, signedIn.value);
  const hide = run.progress === null || json ? () => undefined : showProgress(backend, client, run.progress);
  let language = terminal;
  let result: CommandResult;
  let told: readonly string[] = [];
  try {
    const settings = await client.settings.get({});
    if (settings.ok) language = chosenLanguage(settings.value, terminal);
    told = await tellRecovery(client, language);
    result = await command.run({
      client,
      args,
      language,
      text: cliMessages(language),
      putFile: (path) => putFile(backend, path),
      newPin: () => newPin(env, ask, cliMessages(language)),
      saveFile: (fileId, path) => saveFile(backend, fileId, { path, text: cliMessages(language) }),
    });
  } finally {
    hide();
    await close();
  }
  const answer = answerOf(result, { json, language });
  return { ...answer, complaint: [...told.map((line) => `${line}\n`), answer.complaint].join('') };
}

function putFile({ files }: Backend, path: string): Result<string, Problem> {
  if (!existsSync(path) || !statSync(path).isFile()) return err({ code: 'file-not-found', id: path.slice(0, 600) });
  const { size } = statSync(path);
  if (size > FILE_LIMIT_BYTES) return err({ code: 'file-too-large', megabytes: Math.ceil(size / 1024 / 1024) });
  try {
    return ok(files.put({ name: basename(path), bytes: readFileSync(path) }));
  } catch {
    return err({ code: 'file-not-found', id: path.slice(0, 600) });
  }
}

/** A file that is there already is never written over. */
function saveFile(
  { files }: Backend,
  fileId: string,
  { path, text }: { readonly path: string; readonly text: CliMessages },
): Result<string, Problem> {
  const file = files.get(fileId);
  if (file === null) return err({ code: 'file-not-found', id: fileId });
  const target = resolve(path);
  try {
    writeFileSync(target, file.bytes, { flag: 'wx', mode: 0o600 });
    return ok(target);
  } catch {
    return usageProblem(text.export.notWritten(target));
  }
}
