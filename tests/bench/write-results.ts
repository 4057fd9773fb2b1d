import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { drawChart } from './draw-chart.ts';
import type { Answer, Report } from './report.ts';
import { TARGETS } from './targets.ts';

/** A report with when and where it was made. */
export type Result = Report & {
  readonly name: string;
  readonly title: string;
  readonly date: string;
  readonly machine: string;
  readonly commit: string;
  readonly load: string;
};

const FOLDER = join(import.meta.dirname, 'results');

/** Writes one bench's page, its charts and, for the summary, its data. */
export function writeResult(result: Result): void {
  mkdirSync(FOLDER, { recursive: true });
  for (const chart of result.charts ?? [])
    writeFileSync(join(FOLDER, `${result.name}-${chart.name}.svg`), drawChart(chart));
  writeFileSync(join(FOLDER, `${result.name}.json`), `${JSON.stringify(result, null, 1)}\n`);
  writeFileSync(join(FOLDER, `${result.name}.md`), pageOf(result));
}

/** Writes the page with every target and what the newest result of each bench says to it. */
export function writeSummary(): void {
  const results = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .map((file) => JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Result);
  writeFileSync(join(FOLDER, 'README.md'), summaryOf(results));
}

function pageOf(result: Result): string {
  const { figures, charts = [], answers = [] } = result;
  return [
    `# ${result.title}`,
    '',
    origin(result),
    '',
    ...table(
      ['measured', 'result', 'beside what'],
      figures.map(({ name, value, note }) => [name, value, note]),
    ),
    ...(answers.length === 0
      ? []
      : [
          '',
          '## Targets',
          '',
          ...table(
            HEAD,
            answers.map((answer) => targetRow(answer)),
          ),
        ]),
    ...charts.flatMap(({ name, title }) => ['', `![${title}](${result.name}-${name}.svg)`]),
    '',
  ].join('\n');
}

const HEAD = ['#', 'what', 'gate', 'stretch', 'measured', 'gate met'] as const;

function targetRow({ row, measured, met }: Answer, link = ''): readonly string[] {
  const target = TARGETS.find((each) => each.row === row);
  if (target === undefined) throw new Error(`There is no target ${row}`);
  const verdict = met === null ? '–' : met ? 'yes' : '**no**';
  return [String(row), target.what, target.gate, target.stretch, measured + link, verdict];
}

function summaryOf(results: readonly Result[]): string {
  const answers = results.flatMap(({ name, answers = [] }) => answers.map((answer) => ({ ...answer, name })));
  const rows = TARGETS.flatMap(({ row, what, gate, stretch, uncovered }) => {
    const found = answers.filter((answer) => answer.row === row);
    return found.length > 0
      ? found.map((answer) => targetRow(answer, ` ([${answer.name}](${answer.name}.md))`))
      : [[String(row), what, gate, stretch, uncovered ?? 'not measured yet', '–']];
  });
  return [
    '# Results of the benches',
    '',
    'Written by `npm run bench -- --write`; each page says when, where and of which commit. Absolute figures drift with the machine: read the ratios, each taken beside its peer or limit in one run. Load is the work the machine had besides (1 / 5 minutes).',
    '',
    ...table(HEAD, rows),
    '',
    ...table(
      ['page', 'measured on', 'commit', 'load'],
      results.map(({ name, title, date, commit, load }) => [`[${title}](${name}.md)`, date, commit, load]),
    ),
    '',
  ].join('\n');
}

const origin = ({ date, machine, commit, load }: Result): string =>
  `${date} · commit ${commit} · ${machine} · load ${load}`;

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] =>
  [head, head.map(() => '---'), ...rows].map(
    (cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`,
  );
