import type { RowProblem } from '../contract/job.ts';
import type { Language } from '../contract/system.ts';
import { COLUMNS_EN, ROW_PROBLEMS_EN } from './row-problems-en.ts';
import { COLUMNS_ZH, ROW_PROBLEMS_ZH } from './row-problems-zh.ts';

/**
 * The sentence for one refused row of an import file, with what to do.
 * `detail` is added where it says something the sentence does not.
 */
export function describeRowProblem(problem: RowProblem, language: Language): string {
  const sentences = language === 'zh-CN' ? ROW_PROBLEMS_ZH : ROW_PROBLEMS_EN;
  const sentence = sentences[problem.reason](columnName(problem.column, language), problem.value);
  if (problem.detail === '' || sentence.includes(problem.detail)) return sentence;
  return language === 'zh-CN' ? `${sentence}（${problem.detail}）` : `${sentence} (${problem.detail})`;
}

/** The readable name of an import column; a column we do not know keeps the name it has in the file. */
export function columnName(column: string, language: Language): string {
  const names = language === 'zh-CN' ? COLUMNS_ZH : COLUMNS_EN;
  return names[column] ?? column;
}
