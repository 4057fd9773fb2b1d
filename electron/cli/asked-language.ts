import type { Language } from '../../shared/contract/system.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { type CommandArgs, option } from './command.ts';
import type { CliMessages } from './messages/zh.ts';
import { usageProblem } from './usage-problem.ts';

/** The language `--lang` asks for; the one already spoken where it is not given. */
export function askedLanguage(args: CommandArgs, spoken: Language, text: CliMessages): Result<Language, Problem> {
  const asked = option(args, 'lang');
  if (asked === '') return ok(spoken);
  const language = LANGUAGES[asked];
  return language === undefined ? usageProblem(text.unknownLanguage(asked)) : ok(language);
}

const LANGUAGES: Readonly<Record<string, Language>> = { zh: 'zh-CN', 'zh-CN': 'zh-CN', en: 'en' };
