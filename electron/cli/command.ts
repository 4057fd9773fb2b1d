import type { Client } from '../../shared/contract/define.ts';
import type { AppContract } from '../../shared/contract/index.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/system.ts';
import type { Result } from '../../shared/kernel/result.ts';
import type { CliMessages } from './messages/zh.ts';

/** What was typed behind a command's words. */
export type CommandArgs = {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
};

/** What a command came to. `exit` 1 means that some rows were refused; `lines` is what a person reads. */
export type CommandOutput = {
  readonly exit: number;
  readonly json: unknown;
  readonly lines: readonly string[];
};
export type CommandResult = Result<CommandOutput, Problem>;

/** What a command that needs the backend is given. */
export type CommandContext = {
  readonly client: Client<AppContract>;
  readonly args: CommandArgs;
  readonly language: Language;
  readonly text: CliMessages;
  /** Hands a local file to the backend; gives its id. Errors: no such file, too large. */
  readonly putFile: (path: string) => Result<string, Problem>;
  /** Asks for a PIN to be set. */
  readonly newPin: () => Promise<Result<string, Problem>>;
  /** Writes a file of the backend to a path; gives the whole path. Errors: it exists already, cannot be written. */
  readonly saveFile: (fileId: string, path: string) => Result<string, Problem>;
};

/** What a command that works on the files of a closed data folder is given. */
export type OfflineContext = {
  readonly dataDir: string;
  readonly args: CommandArgs;
  readonly text: CliMessages;
  readonly nowMs: number;
};

/** What a command that needs no data at all is given. */
export type PureContext = {
  readonly args: CommandArgs;
  readonly language: Language;
  readonly text: CliMessages;
};

type CommandShape = {
  /** For example `outbox list`. */
  readonly words: string;
  /** Names of what must follow, in capitals, as the usage shows them. */
  readonly positionals: readonly string[];
  /** Options by name; a string is the name of the value. `!` behind it means that it must be given. */
  readonly options: Readonly<Record<string, string | true>>;
};
export type OnlineCommand = CommandShape & {
  /** Runs as the owner of the data folder, who signs in with nothing. */
  readonly asOwner?: true;
  readonly run: (context: CommandContext) => Promise<CommandResult>;
};
export type OfflineCommand = CommandShape & { readonly runOffline: (context: OfflineContext) => CommandResult };
/** Works beside a running desk, for it opens nothing. */
export type PureCommand = CommandShape & { readonly runPure: (context: PureContext) => CommandResult };
export type Command = OnlineCommand | OfflineCommand | PureCommand;

/** The option's text; commands name required ones with `!`, so those are always there. */
export const option = ({ options }: CommandArgs, name: string): string => {
  const value = options[name];
  return typeof value === 'string' ? value : '';
};

/** The n-th word behind the command, which the parser has made sure of. */
export const word = ({ positionals }: CommandArgs, index: number): string => positionals[index] ?? '';
