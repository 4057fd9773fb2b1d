import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { countPlaywright, type PlaywrightReport } from './count-playwright.ts';
import { countVitest, type VitestReport } from './count-vitest.ts';
import { runProgram } from './run-program.ts';
import type { Stage } from './stage.ts';

/** Playwright tells its workers about colours by FORCE_COLOR, and Node warns where NO_COLOR stands beside it. */
const playwrightColours = { NO_COLOR: undefined, FORCE_COLOR: '0' };

const limitMs = 40 * 60_000;
const tool = (...parts: string[]) => join('node_modules', ...parts);

/** The vitest project of that name, counted from its JSON report. */
export function vitestStage(name: string, project: string): Stage {
  return {
    name,
    run: async () => {
      const file = join('test-results', `${project}.json`);
      rmSync(file, { force: true });
      const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
      const args = [tool('vitest', 'vitest.mjs'), 'run', '--project', project, ...reporters];
      const { code, output } = await runProgram(process.execPath, args, { limitMs });
      return countVitest(readReport<VitestReport>(file), code, output);
    },
  };
}

/** The browser tests; under xvfb where the machine has no display but has xvfb, because some open a real window. */
export function playwrightStage(name: string): Stage {
  return {
    name,
    run: async () => {
      const file = join('test-results', 'e2e.json');
      rmSync(file, { force: true });
      const args = [process.execPath, tool('@playwright', 'test', 'cli.js'), 'test'];
      const [program = '', ...rest] = needsXvfb() ? ['xvfb-run', '-a', ...args] : args;
      const { code, output } = await runProgram(program, rest, { limitMs, env: playwrightColours });
      return countPlaywright(readReport<PlaywrightReport>(file), code, output);
    },
  };
}

function needsXvfb(): boolean {
  return process.platform === 'linux' && !process.env['DISPLAY'] && existsSync('/usr/bin/xvfb-run');
}

function readReport<T>(file: string): T | undefined {
  if (!existsSync(file)) return undefined;
  return JSON.parse(readFileSync(file, 'utf8')) as T;
}
