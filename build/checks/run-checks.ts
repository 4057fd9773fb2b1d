import { checkStages } from './stages/all-stages.ts';
import { closingLine, runStages } from './stages/run-stages.ts';

/** `npm run check`: what reads the sources, two at a time. */
const count = await runStages(checkStages, 2, (text) => process.stdout.write(text));
process.stdout.write(closingLine(count));
process.exitCode = count.failed > 0 ? 1 : 0;
