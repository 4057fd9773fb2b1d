import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';

const module = pathToFileURL(join(import.meta.dirname, '../../../build/setup/run-in-foreground.mjs')).href;
const wrapper = (file: string, script: string) =>
  `import(${JSON.stringify(module)}).then(async ({ runInForeground }) => {
    process.exitCode = await runInForeground(${JSON.stringify(file)}, ['-e', ${JSON.stringify(script)}]);
  });`;

test('an exit code is passed on', () => {
  expect(spawnSync(process.execPath, ['-e', wrapper(process.execPath, 'process.exit(5)')]).status).toBe(5);
});

test('a program that a signal ended counts as 128 and the number of the signal', () => {
  const script = wrapper(process.execPath, "process.kill(process.pid, 'SIGKILL')");
  expect(spawnSync(process.execPath, ['-e', script]).status).toBe(137);
});

test('a program that is not there counts as 127', () => {
  expect(spawnSync(process.execPath, ['-e', wrapper('/nowhere/electron', '')]).status).toBe(127);
});

test('a stop signal is passed on, and the program may close in its own time', async () => {
  const script =
    "process.on('SIGTERM', () => setTimeout(() => process.exit(9), 50)); setInterval(() => {}, 1000); console.log('up');";
  const child = spawn(process.execPath, ['-e', wrapper(process.execPath, script)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGTERM');
  expect((await once(child, 'close'))[0]).toBe(9);
});
