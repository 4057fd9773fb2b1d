import { matchReply } from '../../../shared/domain/platforms/match-reply.ts';
import { PlatformIdSchema } from '../../../shared/domain/platforms/platform-id.ts';
import type { CatalogueEntry } from '../../../shared/domain/platforms/reply-class.ts';
import { undocumentedCode } from '../../../shared/domain/platforms/search-entries.ts';
import { undocumentedWords } from '../../../shared/messages/class-words.ts';
import { describeEntry, type EntryText } from '../../../shared/messages/describe-entry.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { askedLanguage } from '../asked-language.ts';
import { type CommandResult, type PureCommand, type PureContext, word } from '../command.ts';
import { cliMessages } from '../messages/cli-messages.ts';
import { displayWidth } from '../text-table.ts';
import { usageProblem } from '../usage-problem.ts';

/** What a platform's code or sentence means. */
export const explainCommands: readonly PureCommand[] = [
  { words: 'explain', positionals: ['PLATFORM', 'CODE-OR-TEXT'], options: { lang: 'zh|en' }, runPure: explain },
];

function explain(context: PureContext): CommandResult {
  const platform = PlatformIdSchema.safeParse(word(context.args, 0));
  if (!platform.success)
    return usageProblem(
      context.text.explain.unknownPlatform(word(context.args, 0), PlatformIdSchema.options.join(', ')),
    );
  const asked = askedLanguage(context.args, context.language, context.text);
  if (!asked.ok) return asked;
  const language = asked.value;
  const text = word(context.args, 1);
  const words = cliMessages(language).explain;
  const entry = matchReply(platform.data, text);
  if (entry === null) {
    const code = undocumentedCode({ text, platform: platform.data });
    const { name, hint } = undocumentedWords(language);
    const json = { known: false, platform: platform.data, code, classText: name, remedy: hint, said: text };
    const lines = code === null ? [words.nothing(text), hint] : [`${name} ${code}`, hint];
    return ok({ exit: 0, json, lines });
  }
  const told = describeEntry(entry, language);
  return ok({
    exit: 0,
    json: listed(entry, told),
    lines: pairs([
      [words.code, told.code],
      [words.platform, told.platform],
      [words.meaning, told.meaning],
      [words.remedy, told.remedy],
      [words.actor, told.actor],
      [words.box, told.box],
      [words.className, `${told.className}: ${told.classHint}`],
      [words.said, told.said],
      [words.source, told.source],
    ]),
  });
}

/** The same keys whatever the language; `…Text` and the sentences are in the one that was asked for. */
const listed = (entry: CatalogueEntry, told: EntryText) => ({
  known: true,
  platform: entry.platform,
  code: told.code,
  class: entry.replyClass.kind,
  classText: told.className,
  meaning: told.meaning,
  remedy: told.remedy,
  actor: entry.actor,
  actorText: told.actor,
  box: entry.box,
  boxText: told.box,
  said: told.said,
  source: told.source,
});

/** Names and values below each other; what has no value is left out. */
function pairs(rows: readonly (readonly [name: string, value: string])[]): readonly string[] {
  const shown = rows.filter(([, value]) => value !== '');
  const width = Math.max(...shown.map(([name]) => displayWidth(name)));
  return shown.map(([name, value]) => `${name}${' '.repeat(width - displayWidth(name))}  ${value}`);
}
