import { ProblemSchema, type ProblemCode } from '../contract/problem.ts';
import type { Language } from '../contract/system.ts';
import { problemsEn } from './problems-en.ts';
import { problemsZh } from './problems-zh.ts';

/** Every code a problem may have. */
export const PROBLEM_CODES: readonly ProblemCode[] = ProblemSchema.options.map(({ shape }) => shape.code.value);

/**
 * What a problem is called where only its code was kept: its sentence with a gap for each field. A code another version
 * wrote stands for itself.
 */
export function problemTitle(code: string, language: Language): string {
  const known = PROBLEM_CODES.find((candidate) => candidate === code);
  if (known === undefined) return code;
  return (language === 'en' ? problemsEn : problemsZh)[known].title.replace(/\{\{\w+\}\}/g, '…');
}
