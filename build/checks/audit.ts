import { spawnSync } from 'node:child_process';
import { judgeAudit } from './supply-chain/judge-audit.ts';
import { nameOf, shippedParts } from './supply-chain/shipped.ts';

/**
 * `npm run audit`: known holes, high or worse, in what is handed out, after a build. The registry's audit answers for
 * everything that is installed; tools that stay on our machines are told and do not fail it.
 */
const root = process.cwd();
const shipped = new Set(shippedParts(root).map(nameOf));
const { lines, passed } = judgeAudit(askRegistry(), shipped);
for (const line of lines) process.stdout.write(`${line}\n`);
process.exitCode = passed ? 0 : 1;

/** npm's own report; empty where npm did not run. */
function askRegistry(): string {
  const args = ['audit', '--json', '--package-lock-only', '--fetch-retries=0'];
  const npm = process.env['npm_execpath'];
  const [file, given] = npm === undefined ? ['npm', args] : [process.execPath, [npm, ...args]];
  return (
    spawnSync(file, given, { cwd: root, encoding: 'utf8', timeout: 60_000, maxBuffer: 64 * 1024 * 1024 }).stdout ?? ''
  );
}
