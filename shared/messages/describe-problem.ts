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
  const said = problem.code === 'not-allowed' ? { ...told, role: roleWord(problem.role, language) } : told;
  return { title: fill(sentence.title, said), action: fill(sentence.action, said) };
}

const ROLE_WORDS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  packer: ['打包员', 'packer'],
  supervisor: ['主管', 'supervisor'],
  admin: ['管理员', 'admin'],
};

const roleWord = (role: string, language: Language): string => ROLE_WORDS[role]?.[language === 'en' ? 1 : 0] ?? role;

const fill = (template: string, fields: Readonly<Record<string, unknown>>): string =>
  template.replace(/\{\{(\w+)\}\}/g, (_match, name: string) => {
    const value = fields[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  });
