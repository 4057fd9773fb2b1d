import { mkdirSync, readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runProgram } from '../../../build/checks/stages/run-program.ts';
import { temporaryFolder } from '../../support/hosts.ts';

const module = JSON.stringify(join(import.meta.dirname, '../../../build/checks/run-temp.ts'));

const typeScript = ['--input-type=module-typescript', '--eval'];
const withRunTemp = (script: string): string => `import { takeRunTemp } from ${module}; takeRunTemp(); ${script}`;

/** Runs a script after the run took its folder, in a process whose temporary folder is `parent`. */
async function inRun(parent: string, script: string): Promise<string> {
  const env = { DISPATCH_DESK_RUN_TEMP: undefined, TMPDIR: parent, TEMP: parent, TMP: parent };
  const { code, output } = await runProgram(process.execPath, [...typeScript, withRunTemp(script)], {
    limitMs: 30_000,
    env,
  });
  expect(code, output).toBe(0);
  return output.trim();
}

const leave = `const { mkdtempSync } = await import('node:fs'); const { tmpdir } = await import('node:os');
  const left = mkdtempSync(tmpdir() + '/left-'); console.log(left);`;

test('what a run leaves in its temporary folder goes when the run ends', async () => {
  const parent = temporaryFolder();
  expect(await inRun(parent, leave)).toContain(join(parent, 'dispatch-desk-run-'));
  expect(readdirSync(parent)).toEqual([]);
});

test('a program started by a run uses the folder of the run and leaves it standing', async () => {
  const parent = temporaryFolder();
  const args = JSON.stringify([...typeScript, withRunTemp(leave)]);
  const output = await inRun(
    parent,
    `const { execFileSync } = await import('node:child_process'); const { existsSync } = await import('node:fs');
    const left = execFileSync(process.execPath, ${args}).toString().trim();
    console.log(JSON.stringify({ left, own: process.env.DISPATCH_DESK_RUN_TEMP, stands: existsSync(left) }));`,
  );
  const { left, own, stands } = JSON.parse(output) as { left: string; own: string; stands: boolean };
  expect({ isInside: left.startsWith(join(own, 'left-')), stands }).toEqual({ isInside: true, stands: true });
  expect(readdirSync(parent)).toEqual([]);
});

test('the folder of a run that was killed goes with the first run a day later, no other folder does', async () => {
  const parent = temporaryFolder();
  const yesterday = Date.now() / 1000 - 90_000;
  for (const name of ['dispatch-desk-run-killed', 'dispatch-desk-run-going', 'somebody-else'])
    mkdirSync(join(parent, name));
  for (const name of ['dispatch-desk-run-killed', 'somebody-else'])
    utimesSync(join(parent, name), yesterday, yesterday);
  await inRun(parent, '');
  expect(readdirSync(parent).toSorted()).toEqual(['dispatch-desk-run-going', 'somebody-else']);
});
