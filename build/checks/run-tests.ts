import { takeRunTemp } from './run-temp.ts';
import { testStages } from './stages/all-stages.ts';
import { closingLine, runStages } from './stages/run-stages.ts';

/** `node build/checks/run-tests.ts [STAGE…]`: every stage whose name starts with one of the words; all without words. */
takeRunTemp();
const wanted = process.argv.slice(2);
const stages = testStages.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.startsWith(word)));

const count = await runStages(stages, 1, (text) => process.stdout.write(text));
const failed = stages.length === 0 ? 1 : count.failed;
process.stdout.write(closingLine({ ...count, failed }));
process.exitCode = failed > 0 ? 1 : 0;
