import type { ProblemCode } from '../contract/problem.ts';

/** What happened and what to do about it; `{{name}}` stands for a field of the problem. */
export type Sentence = { readonly title: string; readonly action: string };

/** One sentence for every problem; a missing one does not compile. */
export type ProblemSentences = Readonly<Record<ProblemCode, Sentence>>;
