import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { type Problem, ProblemSchema } from '../../../../shared/contract/problem.ts';
import { describeProblem } from '../../../../shared/messages/describe-problem.ts';

const HAN = /\p{Script=Han}/u;

/** A value that fits a field: numbers are 7, texts say their field's name, choices their first option. */
function sample(schema: z.core.$ZodType, name: string): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return sample(schema.unwrap(), name);
  if (schema instanceof z.ZodObject) return sampleOf(schema.shape);
  if (schema instanceof z.ZodEnum) return schema.options[0];
  if (schema instanceof z.ZodNumber) return 7;
  if (schema instanceof z.ZodLiteral) return schema.value;
  return `example-${name}`;
}

const sampleOf = (shape: z.core.$ZodShape): object =>
  Object.fromEntries(Object.entries(shape).map(([name, schema]) => [name, sample(schema, name)]));

const problems: readonly Problem[] = ProblemSchema.options.map((option) => ProblemSchema.parse(sampleOf(option.shape)));

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
