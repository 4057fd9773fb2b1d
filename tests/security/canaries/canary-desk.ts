import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createClient } from '../../../electron/cli/client.ts';
import type { HostPorts } from '../../../electron/services/ports.ts';
import type { CallContext } from '../../../shared/contract/define.ts';
import { openTestBackend } from '../../support/backend.ts';
import { hitsIn, NOWHERE, ORDER, WAYBILL } from './canary.ts';

const FEATURES = { host: 'cli', printing: false, updates: false, ownWindow: false } as const;
/** Where order numbers and waybills belong. */
const OF_NUMBERS = /^(dispatch-desk\.db|search\.db|scans\.journal|backups[\\/])/;

/** A desk that works only when asked, and keeps everything it ever said. */
export async function openCanaryDesk(changed: Partial<HostPorts> = {}) {
  const { backend, dataDir } = await openTestBackend({ features: FEATURES, ...changed });
  const said: string[] = [];
  const stop = backend.events.subscribe((event) => said.push(JSON.stringify(event)));
  onTestFinished(stop);
  const clientOf = (context: CallContext) =>
    createClient(
      {
        call: async (message, from) => {
          const answer = await backend.call(message, from);
          said.push(`${message.name} ${JSON.stringify(answer)}`);
          return answer;
        },
      },
      context,
    );
  const putFile = (name: string, content: string | Uint8Array): string =>
    backend.files.put({ name, bytes: typeof content === 'string' ? Buffer.from(content) : content });
  return {
    client: clientOf({ role: 'admin', operator: 'Ling' }),
    clientOf,
    backend,
    dataDir,
    said,
    putFile,
    /** Takes exports and the bundle for support, closes the desk and goes through all of it. */
    findings: async (): Promise<readonly string[]> => {
      const client = clientOf({ role: 'admin', operator: 'Ling' });
      const bundle = await client.care.diagnostics({});
      const exported = await client.outbox.export({ format: 'csv', language: 'zh-CN' });
      const scans = await client.scans.export({});
      const files = [exported, scans].map((made) =>
        made.ok ? backend.files.get(made.value.fileId)?.bytes : undefined,
      );
      await backend.close();
      const support = JSON.stringify(bundle);
      return [
        ...said.flatMap((text) => named(`answer ${text.slice(0, 200)}`, hitsIn(text))),
        ...named('diagnostics', hitsIn(support, [...NOWHERE, ORDER, WAYBILL])),
        ...files.flatMap((bytes) => (bytes === undefined ? ['no export'] : named('export', hitsIn(bytes)))),
        ...filesOf(dataDir).flatMap(({ name, bytes }) =>
          named(name, hitsIn(bytes, OF_NUMBERS.test(name) ? NOWHERE : [...NOWHERE, ORDER, WAYBILL])),
        ),
      ];
    },
  };
}
export type CanaryDesk = Awaited<ReturnType<typeof openCanaryDesk>>;

const named = (where: string, hits: readonly string[]): readonly string[] => hits.map((hit) => `${where}: ${hit}`);

/** Every file below a folder. */
export function filesOf(folder: string): readonly { readonly name: string; readonly bytes: Buffer }[] {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }));
}
