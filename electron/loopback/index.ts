import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { EXIT } from '../host/exit-code.ts';
import { defaultCacheDir, thisMachine } from '../host/user-folders.ts';

const machine = thisMachine();
// Compiled code is kept between starts, in a folder of the user's own.
enableCompileCache(join(defaultCacheDir(machine), 'compiled'));

const asked = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
});

try {
  const { runLoopback } = await import('./run-loopback.ts');
  process.exitCode = await runLoopback({
    args: process.argv.slice(2),
    machine,
    entry: import.meta.filename,
    say: (line) => void process.stdout.write(`${line}\n`),
    complain: (lines) => void process.stderr.write(`${lines}\n`),
    asked,
  });
} catch (error) {
  const { hostSentences, inBothLanguages } = await import('../host/messages.ts');
  const { describeCrash } = await import('../host/report-crash.ts');
  const { ref, trace } = describeCrash(error);
  process.stderr.write(`${inBothLanguages(hostSentences.crashed(ref))}\n${trace}\n`);
  process.exitCode = EXIT.failed;
}
process.exit();
