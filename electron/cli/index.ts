import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { EXIT } from '../host/exit-code.ts';
import { defaultCacheDir, thisMachine } from '../host/user-folders.ts';

const machine = thisMachine();
// Compiled code is kept between runs, in a folder of the user's own.
enableCompileCache(join(defaultCacheDir(machine), 'compiled'));

const asked = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
});
const write = (stream: NodeJS.WriteStream, text: string): Promise<unknown> =>
  text === '' ? Promise.resolve() : new Promise((resolve) => stream.write(text, resolve));

const crashes: Promise<void>[] = [];
process.once('uncaughtException', (error) => {
  crashes.push(crashed(error).finally(() => process.exit(EXIT.failed)));
});

try {
  const { runCli } = await import('./run-cli.ts');
  const { askPin } = await import('./ask-pin.ts');
  const { exit, out, complaint } = await runCli({
    args: process.argv.slice(2),
    machine,
    entry: import.meta.filename,
    progress: process.stderr.isTTY ? (text) => void process.stderr.write(text) : null,
    askPin: (words) => askPin(process.stdin, (text) => void process.stderr.write(text), words),
    asked,
  });
  await write(process.stderr, complaint);
  await write(process.stdout, out);
  process.exitCode = exit;
} catch (error) {
  await crashed(error);
  process.exitCode = EXIT.failed;
}
// A crash that is just being told ends the process by itself.
await Promise.all(crashes);
process.exit();

/** Says in both languages that it is our fault, and where; never in the words of the error, which may quote anything. */
async function crashed(error: unknown): Promise<void> {
  const { hostSentences, inBothLanguages } = await import('../host/messages.ts');
  const { describeCrash } = await import('../host/report-crash.ts');
  const { ref, trace } = describeCrash(error);
  await write(process.stderr, `${inBothLanguages(hostSentences.crashed(ref))}\n${trace}\n`);
}
