import type { RowProblem } from '../contract/job.ts';
import type { Language } from '../contract/system.ts';
import { ComposeRuleSchema } from '../domain/compose-rule.ts';
import type { ImportColumn } from '../domain/import-columns.ts';
import { PlatformIdSchema, type PlatformId } from '../domain/platforms/platform-id.ts';
import { capabilitiesOf } from '../domain/platforms/platform-list.ts';
import { ruleSentence } from './problem-details.ts';
import { COLUMNS_EN, ROW_PROBLEMS_EN } from './row-problems-en.ts';
import { COLUMNS_ZH, ROW_PROBLEMS_ZH } from './row-problems-zh.ts';

/**
 * The sentence for one refused row of an import file, with what to do.
 * `detail` is added where it says something the sentence does not.
 */
export function describeRowProblem(problem: RowProblem, language: Language): string {
  const sentences = language === 'zh-CN' ? ROW_PROBLEMS_ZH : ROW_PROBLEMS_EN;
  const sentence = sentences[problem.reason](columnName(problem.column, language), problem.value);
  const detail = readableDetail(problem.detail, language);
  if (detail === '' || sentence.includes(detail)) return sentence;
  return language === 'zh-CN' ? `${sentence}（${detail}）` : `${sentence} (${detail})`;
}

/** What a refused row carries where the platform's interface cannot do it: told as the sentence that says where instead. */
export const elsewhere = (platform: PlatformId): string => `elsewhere:${platform}`;

/** `#12` is another row of the file, the name of a compose rule its sentence; anything else is text already. */
function readableDetail(detail: string, language: Language): string {
  const row = /^#(\d+)$/.exec(detail)?.[1];
  if (row !== undefined) return language === 'zh-CN' ? `见第 ${row} 行` : `see row ${row}`;
  const platform = PlatformIdSchema.safeParse(/^elsewhere:(.+)$/.exec(detail)?.[1]);
  if (platform.success) return capabilitiesOf(platform.data).correctElsewhere?.[language === 'en' ? 'en' : 'zh'] ?? '';
  const rule = ComposeRuleSchema.safeParse(detail);
  return rule.success ? ruleSentence(rule.data, language) : detail;
}

/** The readable name of an import column; a column we do not know keeps the name it has in the file. */
export function columnName(column: string, language: Language): string {
  const names = language === 'zh-CN' ? COLUMNS_ZH : COLUMNS_EN;
  return Object.hasOwn(names, column) ? names[column as ImportColumn] : column;
}
