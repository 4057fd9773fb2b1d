import { killNine } from './kill-nine.ts';

/** `npm run faults [CYCLES [SEED]]`: kills a desk again and again while it sends, and lets the platform's ledger judge. */
const cycles = Number(process.argv[2] ?? 200);
const seed = Number(process.argv[3] ?? 1);
const report = await killNine({ cycles, seed });
const { kills, acknowledged, lost, doubled, falselyShipped, byPerson, end } = report;
console.log(`kill -9: seed ${seed}, ${kills} kills, ${acknowledged} packages saved, ${byPerson} decided by a person`);
const checks: readonly (readonly [name: string, passed: boolean])[] = [
  [`lost ${lost}`, lost === 0],
  [`doubled ${doubled}`, doubled === 0],
  [`called shipped and not shipped ${falselyShipped}`, falselyShipped === 0],
  [`conservation ${JSON.stringify(end.conservation)}`, end.conservation.balanced],
  [`journal ${JSON.stringify(end.journal)}`, end.journal.missingOps === 0],
  [`database ${end.integrity}`, end.integrity === 'ok'],
];
for (const [name, passed] of checks) console.log(`  ${passed ? 'ok    ' : 'FAILED'} ${name}`);
const passed = checks.filter(([, ok]) => ok).length;
console.log(`${passed} passed, ${checks.length - passed} failed`);
process.exitCode = passed === checks.length ? 0 : 1;
