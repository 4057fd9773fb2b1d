import { join } from 'node:path';
import electronLog from 'electron-log/node';
import type { Log, LogFields } from '../../services/ports.ts';
import { redactFields } from './redact.ts';

const MAX_BYTES = 5 * 1024 * 1024;

/**
 * The log of a host: one JSON object a line in `logs/desk.log` of the data folder, readable by its user only, one older
 * file kept. Event names are written in the code; whatever else goes in passes {@link redactFields}.
 */
export function createFileLog(dataDir: string): Log {
  const file = join(dataDir, 'logs', 'desk.log');
  const logger = electronLog.create({ logId: file });
  logger.transports.console.level = false;
  Object.assign(logger.transports.file, {
    level: 'info',
    format: '{text}',
    maxSize: MAX_BYTES,
    resolvePathFn: () => file,
    writeOptions: { flag: 'a', mode: 0o600, encoding: 'utf8' },
  });
  const write =
    (level: 'info' | 'warn' | 'error') =>
    (event: string, fields: LogFields = {}) =>
      logger[level](JSON.stringify({ at: new Date().toISOString(), level, event, ...redactFields(fields) }));
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
