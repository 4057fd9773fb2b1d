import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { takeRunTemp } from '../../build/checks/run-temp.ts';
import { BENCHES } from './benches.ts';
import { describeCommit, describeLoad, describeMachine } from './machine.ts';
import type { Report } from './report.ts';
import { writeResult, writeSummary } from './write-results.ts';

const words = process.argv.slice(2);
const write = words.includes('--write');
const named = words.filter((word) => !word.startsWith('--'));
const unknown = [
  ...named.filter((name) => name !== 'all' && BENCHES[name] === undefined),
  ...words.filter((word) => word.startsWith('--') && word !== '--write'),
];
if (unknown.length > 0) {
  console.error(
    `No such bench: ${unknown.join(', ')}. There are: all, ${Object.keys(BENCHES).join(', ')}; and --write`,
  );
  process.exit(2);
}
const isWanted = (name: string, long: boolean): boolean =>
  named.includes('all') || (named.length === 0 ? !long : named.includes(name));

takeRunTemp();
const machine = describeMachine();
console.log(machine);
if (Object.entries(BENCHES).some(([name, { long, built }]) => built === true && isWanted(name, long === true))) {
  console.log('building…');
  execFileSync(process.execPath, [join(import.meta.dirname, '../../build/bundle/bundle.ts')], { stdio: 'ignore' });
}
for (const [name, { title, run, long }] of Object.entries(BENCHES)) {
  if (!isWanted(name, long === true)) continue;
  const before = describeLoad();
  const startedAt = Date.now();
  console.log(`\n${title} (load ${before})`);
  const report = await run();
  print(report);
  console.log(`  took ${Math.round((Date.now() - startedAt) / 1000)} s`);
  if (!write) continue;
  const date = new Date(startedAt).toISOString().slice(0, 16).replace('T', ' ') + ' UTC';
  writeResult({
    ...report,
    name,
    title,
    date,
    machine,
    commit: describeCommit(),
    load: `${before} before, ${describeLoad()} after`,
  });
  writeSummary();
}

function print({ figures, answers = [] }: Report): void {
  for (const { name, value, note } of figures) console.log(`  ${name.padEnd(46)} ${value.padEnd(44)} ${note}`);
  for (const { row, measured, met } of answers)
    console.log(`  target ${row}: ${measured}${met === null ? '' : met ? ', met' : ', NOT MET'}`);
}
