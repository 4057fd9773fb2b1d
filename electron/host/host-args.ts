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

/** Reads the arguments of a host; the error says in a few words what is wrong. */
export function parseHostArgs(args: readonly string[]): Result<HostArgs, string> {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS });
    if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) return err(`--port ${values.port}`);
    if (values.data === '') return err('--data');
    return ok({
      dataDir: values.data ?? null,
      port: Number(values.port),
      open: !values['no-open'],
      printUrl: values['print-url'],
    });
  } catch (error) {
    return err(error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'unreadable');
  }
}
