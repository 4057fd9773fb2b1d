import { describe, expect, it } from 'vitest';
import { packingContract } from '../../../shared/contract/packing.ts';
import { benchKeyWords } from '../../../shared/messages/bench-key-words.ts';
import { PROBLEM_CODES, problemTitle } from '../../../shared/messages/problem-title.ts';

const HAN = /\p{Script=Han}/u;
const KEYS = packingContract.act.input.options.map(({ shape }) => shape.action.value);

describe('what is told from a code alone', () => {
  it.each(PROBLEM_CODES)('has words in both languages: problem %s', (code) => {
    const zh = problemTitle(code, 'zh-CN');
    const en = problemTitle(code, 'en');
    expect(zh).toMatch(HAN);
    expect(en).toMatch(/^[A-Z“…]/);
    for (const words of [zh, en]) expect(words).not.toContain('{{');
  });

  it.each(KEYS)('has words in both languages: key %s', (action) => {
    const logged = JSON.stringify({ action, quantity: 3, code: 'ZTO' });
    expect(benchKeyWords(logged, 'zh-CN')).toMatch(HAN);
    expect(benchKeyWords(logged, 'en')).toMatch(/^[A-Z]/);
    expect(benchKeyWords(logged, 'en')).not.toContain('{');
  });

  it('says what was chosen', () => {
    expect(benchKeyWords('{"action":"quantity","quantity":12}', 'zh-CN')).toBe('数量 12');
    expect(benchKeyWords('{"action":"pick-carrier","code":"ZTO"}', 'en')).toBe('Carrier ZTO');
    expect(benchKeyWords('{"action":"name-carrier","name":"同城快跑"}', 'zh-CN')).toBe('填快递公司 同城快跑');
  });

  it('stands for itself where another version wrote it', () => {
    expect(problemTitle('of-a-later-version', 'zh-CN')).toBe('of-a-later-version');
    expect(benchKeyWords('{"action":"of-a-later-version"}', 'en')).toBe('{"action":"of-a-later-version"}');
  });
});
