import { describe, expect, it } from 'vitest';
import { ProblemSchema, type Problem } from '../../../shared/contract/problem.ts';
import { ComposeRuleSchema } from '../../../shared/domain/compose-rule.ts';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';
import { problemsEn } from '../../../shared/messages/problems-en.ts';
import { problemsZh } from '../../../shared/messages/problems-zh.ts';

const HAN = /\p{Script=Han}/u;
const codes = ProblemSchema.options.map((option) => option.shape.code.value);

describe('the sentences of problems', () => {
  it('has one sentence for each code in both languages and none besides', () => {
    expect(Object.keys(problemsZh).sort()).toEqual([...codes].sort());
    expect(Object.keys(problemsEn).sort()).toEqual([...codes].sort());
  });

  it.each(codes)('%s is Chinese in Chinese, English in English, and names only its own fields', (code) => {
    const option = ProblemSchema.options.find((candidate) => candidate.shape.code.value === code);
    const fields = Object.keys(option?.shape ?? {});
    for (const [table, chinese] of [
      [problemsZh, true],
      [problemsEn, false],
    ] as const) {
      const { title, action } = table[code];
      expect(HAN.test(title)).toBe(chinese);
      for (const [, name] of `${title}${action}`.matchAll(/\{\{(\w+)\}\}/g)) expect(fields).toContain(name);
    }
  });

  it('fills in what happened', () => {
    const problem: Problem = {
      code: 'waybill-used',
      waybill: 'SF1',
      orderId: '37',
      at: '2026-11-21T10:42:00',
      operator: 'Mei',
    };
    expect(describeProblem(problem, 'en')).toEqual({
      title: 'This waybill has been used',
      action: 'For order 37, 21 Nov 10:42 Mei. Take another label',
    });
    expect(describeProblem(problem, 'zh-CN').action).toBe('11月21日 10:42 Mei 用在订单 37。请换一张面单');
  });

  it('names the order of a waybill nobody here has used', () => {
    const problem: Problem = { code: 'waybill-used', orderId: '37', waybill: 'SF1', at: '', operator: '' };
    expect(describeProblem(problem, 'zh-CN').action).toBe('它是订单 37 的。请换一张面单');
    expect(describeProblem(problem, 'en').action).toBe('It is the one of order 37. Take another label');
    expect(describeProblem({ ...problem, operator: 'Mei' }, 'en').action).toContain('Mei');
  });

  it('never shows the time of a machine, and says where a parcel of unknown time came from', () => {
    const problem: Problem = { code: 'order-nothing-left', orderId: '37', waybill: 'SF1', at: '', operator: '' };
    expect(describeProblem(problem, 'zh-CN').action).toBe('不是这个打包台发的：平台上已有快递单 SF1。不要重复发');
    const known: Problem = { ...problem, at: '2026-11-21T10:42:00.000', operator: 'Mei' };
    expect(describeProblem(known, 'en').action).toContain('Saved 21 Nov 10:42 by Mei');
  });

  it.each(ComposeRuleSchema.options)('says in both languages what the rule %s wants', (rule) => {
    const problem: Problem = { code: 'compose-refused', rule, detail: '' };
    expect(describeProblem(problem, 'zh-CN').action).toMatch(HAN);
    expect(describeProblem(problem, 'en').action).toMatch(/[a-z]/);
  });

  it('tells a refused IP address from a wrong secret', () => {
    const base = {
      code: 'connection-failed',
      platformCode: '40164',
      message: 'not in whitelist',
      requestId: '',
    } as const;
    expect(describeProblem({ ...base, step: 'ip' }, 'en').title).toContain('IP address');
    expect(describeProblem({ ...base, step: 'credentials' }, 'en').title).toContain('secret');
  });
});
