import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { messages } from '../../../../renderer/i18n/messages.ts';

type Tree = { readonly [key: string]: string | readonly string[] | Tree };

/** What one file of the page may ask the translator for. */
type Asked = {
  /** Namespaces it names; none where it is handed a translator. */
  readonly spaces: readonly string[];
  readonly words: ReadonlySet<string>;
  /** Lists and branches that are asked for whole. */
  readonly branches: ReadonlySet<string>;
  readonly patterns: readonly RegExp[];
};

const page = join(import.meta.dirname, '../../../../renderer');
const asked = globSync('**/*.{ts,tsx}', { cwd: page, exclude: ['i18n/**'] }).map((file) =>
  askedIn(readFileSync(join(page, file), 'utf8')),
);

it('every sentence of the message files is shown somewhere on the page', () => {
  const unused = Object.entries(messages['zh-CN']).flatMap(([space, tree]) =>
    keysOf(tree)
      .filter((key) => !asked.some((file) => asksFor(file, space, key)))
      .map((key) => `${space}:${key}`),
  );
  expect(unused).toEqual([]);
});

it('a sentence nobody asks for is found', () => {
  const file = askedIn("const { t } = useTranslation('pack'); t(`band.${step}Detail`); t('shell:nav.pack');");
  expect(asksFor(file, 'pack', 'band.weighDetail')).toBe(true);
  expect(asksFor(file, 'shell', 'nav.pack')).toBe(true);
  expect(asksFor(file, 'pack', 'band.weigh')).toBe(false);
  expect(asksFor(file, 'outbox', 'band.weighDetail')).toBe(false);
});

function askedIn(text: string): Asked {
  const uses = [...text.matchAll(/useTranslation\(([^)]*)\)/g)].map(([, names = '']) => names);
  const written = [...text.matchAll(/'([\w.:-]+)'/g)].flatMap(([, word]) => word ?? []);
  // Looked ahead only: one template may stand inside another.
  const templates = [...text.matchAll(/(?=`([\w.:]*\$\{[^`\n]*)`)/g)].flatMap(([, template]) => template ?? []);
  return {
    spaces: uses.flatMap((names) => (names === '' ? ['shell'] : names.match(/\w+/g)) ?? []),
    words: new Set(written),
    branches: new Set([...text.matchAll(/'([\w.]+)', \{ returnObjects/g)].map(([, name = '']) => name)),
    patterns: templates.flatMap(patternOf),
  };
}

/** `a.${b}.c` asks for any key that begins with `a.` and ends with `.c`; a sentence put together is no key. */
function patternOf(template: string): readonly RegExp[] {
  const fixed = template.split(/\$\{(?:[^{}]|\{[^{}]*\})*\}/);
  const isKey = fixed.every((part) => /^[\w.:-]*$/.test(part)) && fixed.some((part) => /\w/.test(part));
  return isKey ? [new RegExp(`^${fixed.join('.+').replaceAll(/\.(?!\+)/g, String.raw`\.`)}$`)] : [];
}

/** A key is asked for by its own name, or as part of a branch that is asked for whole. */
function asksFor({ spaces, words, branches, patterns }: Asked, space: string, key: string): boolean {
  const parts = key.replace(/_(one|other)$/, '').split('.');
  const own = parts.join('.');
  const isHere = spaces.length === 0 || spaces.includes(space);
  const isAsked = (name: string): boolean => words.has(name) || patterns.some((pattern) => pattern.test(name));
  const isInBranch = parts.some((_, index) => branches.has(parts.slice(0, index + 1).join('.')));
  return (isHere && (isAsked(own) || isInBranch)) || isAsked(`${space}:${own}`);
}

const keysOf = (tree: Tree, path = ''): readonly string[] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' || Array.isArray(value) ? [`${path}${key}`] : keysOf(value as Tree, `${path}${key}.`),
  );
