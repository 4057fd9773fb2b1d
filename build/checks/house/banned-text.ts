import type { SourceFile } from './source-files.ts';

interface BannedText {
  readonly pattern: RegExp;
  readonly why: string;
  readonly where: RegExp;
}

const code = /\.(ts|tsx|mjs)$/;

const bannedTexts: readonly BannedText[] = [
  { pattern: /\/(work|root)\/[a-z]/, why: 'a path of one machine', where: /./ },
  { pattern: /\bregistry\.npmjs/, why: 'the name of a registry', where: /./ },
  { pattern: /\b(TO)(DO)\b|\b(FIX)(ME)\b/, why: 'work left over', where: /./ },
  {
    pattern: /\b(it|test|describe)\.(skip|todo|only)\(/,
    why: 'a test that does not run',
    where: /^tests\/(?!e2e\/).*\.tsx?$/,
  },
  { pattern: /^export default /m, why: 'a default export', where: /^(?!.*\.config\.(ts|mjs)$).*\.(ts|tsx|mjs)$/ },
  { pattern: /^(export )?(const )?enum |^namespace /m, why: 'syntax that does not strip', where: code },
];

/** Text that no file of ours holds. */
export function findBannedText(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) =>
    bannedTexts
      .filter(({ pattern, where }) => where.test(path) && pattern.test(text))
      .map(({ pattern, why }) => `${path}:${lineOf(text, pattern)}: ${why}`),
  );
}

function lineOf(text: string, pattern: RegExp): number {
  return text.slice(0, text.search(pattern)).split('\n').length;
}
