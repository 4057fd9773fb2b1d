import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../..');
const TEXT = readFileSync(join(ROOT, 'SECURITY.md'), 'utf8');
const IDS = Array.from({ length: 40 }, (_, at) => `S${String(at + 1).padStart(2, '0')}`);
const COMMANDS = new Set(['static', 'lockfile', 'shipped']);

const STAGES = globSync('tests/faults/**/*.ts', { cwd: ROOT })
  .map((file) => readFileSync(join(ROOT, file), 'utf8'))
  .join('\n');

type Row = { readonly id: string; readonly cells: readonly string[]; readonly tests: readonly string[] };

const rows: readonly Row[] = TEXT.split('\n').flatMap((line) => {
  const cells = line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());
  const [id = '', , , tests = ''] = cells;
  return /^S\d\d$/.test(id) ? [{ id, cells, tests: tests.split(', ') }] : [];
});

/** Whether a name of the test column leads to something that can be run or done. */
function leadsSomewhere(name: string): boolean {
  const [kind, what = ''] = name.split(/ (?=\S+$)/);
  if (COMMANDS.has(name)) return true;
  if (kind === 'faults') return STAGES.includes(`id: '${what}'`);
  if (kind === 'by hand') return new RegExp(`^${what}\\. `, 'm').test(TEXT.slice(TEXT.indexOf('## By hand')));
  return ['.test.ts', '.test.tsx', '.spec.ts', ''].some((end) => existsSync(join(ROOT, 'tests', `${name}${end}`)));
}

describe('the table of requirements', () => {
  it('has every requirement once, in order, with every cell filled', () => {
    expect(rows.map(({ id }) => id)).toEqual(IDS);
    expect(rows.filter(({ cells }) => cells.length !== 5 || cells.includes('')).map(({ id }) => id)).toEqual([]);
  });

  it('names tests, commands and steps by hand that there are', () => {
    const lost = rows.flatMap(({ id, tests }) =>
      tests.filter((name) => !leadsSomewhere(name)).map((name) => `${id} ${name}`),
    );
    expect(lost).toEqual([]);
    for (const name of ['security/no-such-test', 'faults X99', 'by hand 99', 'statics'])
      expect(leadsSomewhere(name)).toBe(false);
  });
});
