import { readOptions } from './options.ts';
import { startTrainingServer } from './start-training-server.ts';

/**
 * The training process: prints one JSON line when it is ready and ends when standard input closes, so that none stays
 * behind after its parent has died.
 */
const options = readOptions(process.argv.slice(2));
const running = await startTrainingServer(options);
process.stdout.write(`${JSON.stringify({ ready: true, baseUrl: running.baseUrl, adminUrl: running.adminUrl })}\n`);

const end = (): void => {
  void running.stop().finally(() => process.exit(0));
};
process.on('SIGTERM', end);
process.on('SIGINT', end);
if (!options.stay) {
  process.stdin.on('end', end);
  process.stdin.on('close', end);
  process.stdin.on('error', end);
  process.stdin.resume();
}
