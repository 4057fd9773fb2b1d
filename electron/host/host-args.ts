import { parseArgs } from 'node:util';
import { err, ok, type Result } from '../../shared/kernel/result.ts';

/** What may be said when a host with a page is started. */
export type HostArgs = {
  /** Null means the user's default folder. */
  readonly dataDir: string | null;
  /** 0 lets the system choose a free port. */
  readonly port: number;
  readonly open: boolean;
  readonly printUrl: boolean;
};

const OPTIONS = {
  data: { type: 'string' },
  port: { type: 'string', default: '0' },
  'no-open': { type: 'boolean', default: false },
  'print-url': { type: 'boolean', default: false },
} as const;

/**
 * Reads the arguments of a host; the error says in a few words what is wrong.
 * @param among `others` where Chromium's own switches and the app's folder stand among ours, as under Electron
 */
export function parseHostArgs(args: readonly string[], among: 'ours' | 'others' = 'ours'): Result<HostArgs, string> {
  try {
    const strict = among === 'ours';
    const { values } = parseArgs({ args: [...args], options: OPTIONS, strict, allowPositionals: !strict });
    const { data, port } = values;
    if (data !== undefined && (typeof data !== 'string' || data === '')) return err('--data');
    if (typeof port !== 'string' || !/^\d{1,5}$/.test(port) || Number(port) > 65_535) return err('--port');
    return ok({
      dataDir: data ?? null,
      port: Number(port),
      open: values['no-open'] !== true,
      printUrl: values['print-url'] === true,
    });
  } catch (error) {
    return err(error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'unreadable');
  }
}
