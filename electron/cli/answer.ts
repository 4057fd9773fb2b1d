import type { Problem } from '../../shared/contract/problem.ts';
import type { Language } from '../../shared/contract/system.ts';
import { describeProblem } from '../../shared/messages/describe-problem.ts';
import { EXIT, exitCodeOf } from '../host/exit-code.ts';
import type { Command, CommandResult } from './command.ts';
import { cliMessages } from './messages/cli-messages.ts';
import type { CliMessages } from './messages/zh.ts';
import { type UsageFault, usageOf } from './parse-command-line.ts';

/** What is printed and how the process ends. With `--json`, `out` is one JSON value whatever happened. */
export type Answer = { readonly exit: number; readonly out: string; readonly complaint: string };

/** A command's result as it is printed. */
export function answerOf(
  result: CommandResult | { readonly ok: false; readonly error: Problem },
  { json, language }: { readonly json: boolean; readonly language: Language },
): Answer {
  if (result.ok) {
    const { exit, lines, json: value } = result.value;
    return { exit, out: json ? toJson(value) : toText(lines), complaint: '' };
  }
  const { message, remedy } = sentencesOf(result.error, language);
  return {
    exit: exitOf(result.error),
    out: json ? toJson({ error: { ...result.error, message, remedy } }) : '',
    complaint: toText([message, remedy].filter((line) => line !== '')),
  };
}

/** A command line that makes no sense, with how it is written. */
export function usageAnswer(fault: UsageFault, commands: readonly Command[], text: CliMessages, json: boolean): Answer {
  const all = [text.usageTitle, text.commandsTitle, ...commands.map((each) => `  ${usageOf(each)}`), text.exitCodes];
  if (fault.kind === 'help')
    return { exit: EXIT.good, out: json ? toJson({ usage: all }) : toText(all), complaint: '' };
  const message = usageSentence(fault, text);
  const shown = 'command' in fault ? [text.usageIs(usageOf(fault.command))] : all;
  return {
    exit: EXIT.usage,
    out: json ? toJson({ error: { code: 'bad-request', detail: message, message, remedy: shown.join('\n') } }) : '',
    complaint: toText([message, ...shown]),
  };
}

function usageSentence(fault: Exclude<UsageFault, { kind: 'help' }>, text: CliMessages): string {
  switch (fault.kind) {
    case 'no-command':
      return text.noCommand;
    case 'unknown-command':
      return text.unknownCommand(fault.text);
    case 'unknown-option':
      return text.unknownOption(fault.text);
    case 'option-missing':
      return text.optionMissing(fault.text);
    case 'wrong-words':
      return text.wrongWords;
  }
}

function sentencesOf(problem: Problem, language: Language): { readonly message: string; readonly remedy: string } {
  if (problem.code === 'bad-request') return { message: problem.detail, remedy: '' };
  if (problem.code === 'sign-in-needed') return { message: cliMessages(language).signInNeeded, remedy: '' };
  if (problem.code === 'file-not-found') return { message: cliMessages(language).fileMissing(problem.id), remedy: '' };
  const { title, action } = describeProblem(problem, language);
  return { message: title, remedy: action };
}

/** Problems that are the command line's own fault. */
const USAGE_CODES: ReadonlySet<Problem['code']> = new Set([
  'bad-request',
  'file-not-found',
  'shop-file-invalid',
  'setting-unknown',
  'setting-invalid',
]);

function exitOf(problem: Problem): number {
  if (problem.code === 'restore-failed') return EXIT.damagedData;
  return USAGE_CODES.has(problem.code) ? EXIT.usage : exitCodeOf(problem);
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
const toText = (lines: readonly string[]): string => (lines.length === 0 ? '' : `${lines.join('\n')}\n`);
