import type { Problem } from '../contract/problem.ts';
import type { Language } from '../contract/system.ts';
import { momentWords } from './moment-words.ts';
import { detailedSentence, ruleSentence } from './problem-details.ts';
import type { Sentence } from './problem-sentences.ts';
import { problemsEn } from './problems-en.ts';
import { problemsZh } from './problems-zh.ts';

/** What a person is told about a problem: what happened, and what to do now. Total over all problems. */
export function describeProblem(problem: Problem, language: Language): Sentence {
  const sentence = detailedSentence(problem, language) ?? (language === 'en' ? problemsEn : problemsZh)[problem.code];
  const fields: Record<string, unknown> =
    problem.code === 'compose-refused' ? { detail: ruleSentence(problem.rule, language) } : problem;
  const told = 'at' in fields ? { ...fields, at: momentWords(String(fields.at), language) } : fields;
  return { title: fill(sentence.title, told), action: fill(sentence.action, told) };
}

const fill = (template: string, fields: Readonly<Record<string, unknown>>): string =>
  template.replace(/\{\{(\w+)\}\}/g, (_match, name: string) => {
    const value = fields[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
