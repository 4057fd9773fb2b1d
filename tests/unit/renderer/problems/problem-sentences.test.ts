import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Problem, ProblemSchema } from '../../../../shared/contract/problem.ts';
import { describeProblem } from '../../../../shared/messages/describe-problem.ts';

const HAN = /\p{Script=Han}/u;

/** A value that fits a field: numbers are 7, texts say their field's name, choices their first option. */
function sample(schema: z.ZodType, name: string): unknown {
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodNumber) return 7;
  return `example-${name}`;
}

const problems: readonly Problem[] = ProblemSchema.options.map((option) => {
  const fields = Object.entries(option.shape as Record<string, z.ZodType>).map(([name, schema]) => [
    name,
    schema instanceof z.ZodLiteral ? schema.value : sample(schema, name),
  ]);
  return ProblemSchema.parse(Object.fromEntries(fields));
});

describe('every problem', () => {
  it('is among the samples', () => {
    expect(new Set(problems.map(({ code }) => code)).size).toBe(ProblemSchema.options.length);
  });

  it.each(problems.map((problem) => [problem.code, problem] as const))(
    '%s is told in Chinese and English',
    (_, problem) => {
      for (const language of ['zh-CN', 'en'] as const) {
        const { title, action } = describeProblem(problem, language);
        expect(title.trim()).not.toBe('');
        expect(`${title}${action}`).not.toMatch(/\{\{|undefined|NaN|\[object/);
        expect(HAN.test(title)).toBe(language === 'zh-CN');
      }
    },
  );
});
