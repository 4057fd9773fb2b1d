import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import type { Command, CommandArgs } from './command.ts';

/** A command line that makes sense. */
export type ParsedLine = {
  readonly command: Command;
  readonly args: CommandArgs;
  /** Null means the user's default folder. */
  readonly dataDir: string | null;
  readonly json: boolean;
  /** Who gives the command, by name or badge number; null where it was left out. */
  readonly operator: string | null;
};

/** Why it makes none: a piece of it, to be shown in a sentence. */
export type UsageFault =
  | { readonly kind: 'help' }
  | { readonly kind: 'no-command' }
  | { readonly kind: 'unknown-command'; readonly text: string }
  | { readonly kind: 'unknown-option'; readonly text: string }
  | { readonly kind: 'option-missing'; readonly text: string; readonly command: Command }
  | { readonly kind: 'wrong-words'; readonly command: Command };

type OptionSpec = { type: 'string' | 'boolean'; short?: string };

/** Reads a command line against the known commands. Options may stand anywhere. */
export function parseCommandLine(
  line: readonly string[],
  commands: readonly Command[],
): Result<ParsedLine, UsageFault> {
  const known: Record<string, OptionSpec> = {
    data: { type: 'string' },
    json: { type: 'boolean' },
    operator: { type: 'string' },
    help: { type: 'boolean', short: 'h' },
  };
  for (const { options } of commands)
    for (const [name, value] of Object.entries(options)) known[name] = { type: value === true ? 'boolean' : 'string' };
  let values: Record<string, string | boolean | undefined>;
  let positionals: string[];
  try {
    ({ values, positionals } = parseArgs({ args: [...line], options: known, allowPositionals: true }));
  } catch (error) {
    return err({ kind: 'unknown-option', text: firstSentence(error) });
  }
  if (values['help'] === true) return err({ kind: 'help' });
  if (positionals.length === 0) return err({ kind: 'no-command' });
  const command = commands.find(({ words }) => words.split(' ').every((each, index) => positionals[index] === each));
  if (command === undefined) return err({ kind: 'unknown-command', text: positionals.slice(0, 2).join(' ') });
  const { data, json, operator, help: _, ...options } = values;
  const args = { positionals: positionals.slice(command.words.split(' ').length), options };
  const fault = faultOf(command, args);
  if (fault !== null) return err(fault);
  if (data === '') return err({ kind: 'unknown-option', text: '--data' });
  return ok({
    command,
    args,
    dataDir: typeof data === 'string' ? data : null,
    json: json === true,
    operator: typeof operator === 'string' ? operator : null,
  });
}

function faultOf(command: Command, args: CommandArgs): UsageFault | null {
  const foreign = Object.keys(args.options).find((name) => command.options[name] === undefined);
  if (foreign !== undefined) return { kind: 'unknown-option', text: `--${foreign}` };
  const missing = Object.entries(command.options).find(
    ([name, value]) => value !== true && value.endsWith('!') && (args.options[name] ?? '') === '',
  );
  if (missing !== undefined) return { kind: 'option-missing', text: `--${missing[0]}`, command };
  return args.positionals.length === command.positionals.length ? null : { kind: 'wrong-words', command };
}

/** One line of usage, for example `outbox resolve ID --as … --reason TEXT`. */
export function usageOf({ words, positionals, options }: Command): string {
  const flags = Object.entries(options).map(([name, value]) => {
    if (value === true) return `[--${name}]`;
    const given = `--${name} ${value.replace('!', '')}`;
    return value.endsWith('!') ? given : `[${given}]`;
  });
  const shopFirst = 'shop' in options;
  return [words, ...(shopFirst ? [...flags, ...positionals] : [...positionals, ...flags])].join(' ');
}

const firstSentence = (error: unknown): string =>
  error instanceof Error ? (error.message.split(/[.\n]/, 1)[0] ?? '') : '';
