import { describe, expect, it } from 'vitest';
import { createI18n } from '../../../../renderer/i18n/create-i18n.ts';
import { messages } from '../../../../renderer/i18n/messages.ts';

type Tree = { readonly [key: string]: string | Tree };

const flat = (tree: Tree, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : flat(value, `${path}${key}.`),
  );
const variables = (text: string): readonly string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

const areas = Object.keys(messages['zh-CN']) as (keyof (typeof messages)['zh-CN'])[];

describe.each(areas)('the words of %s', (area) => {
  const chinese = new Map(flat(messages['zh-CN'][area]));
  const english = new Map(flat(messages.en[area]));

  it('are the same sentences in both languages, with the same blanks to fill', () => {
    expect([...english.keys()].filter((key) => !key.endsWith('_one')).sort()).toEqual([...chinese.keys()].sort());
    for (const [key, text] of chinese) expect([key, variables(english.get(key) ?? '')]).toEqual([key, variables(text)]);
  });

  it('are never empty, and English holds no Chinese', () => {
    for (const [key, text] of [...chinese, ...english]) expect([key, text.trim() === '']).toEqual([key, false]);
    const foreign = [...english].filter(([key, text]) => /\p{Script=Han}/u.test(text) && !/lang|chinese|zh/i.test(key));
    expect(foreign).toEqual([]);
  });
});

describe('the translator', () => {
  it('speaks at once, and changes language at once', async () => {
    const i18n = createI18n('zh-CN');
    expect(i18n.t('nav.pack')).toBe('打包');
    await i18n.changeLanguage('en');
    expect(i18n.t('nav.pack')).toBe('Pack');
  });
});
