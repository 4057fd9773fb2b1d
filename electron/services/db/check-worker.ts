import { parentPort, workerData } from 'node:worker_threads';
import { checkBackup } from './check-backup.ts';

parentPort?.postMessage(checkBackup(String(workerData)));
