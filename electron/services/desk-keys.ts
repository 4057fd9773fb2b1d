import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import { auditHead, NO_HEAD } from './audit/audit-log.ts';
import type { HostPorts } from './ports.ts';
import type { DeskKeys } from './stores.ts';
import { openDeviceKey } from './vault/device-keys.ts';

const HeadSchema = z.strictObject({ seq: z.int().nonnegative(), hash: z.string() });

/**
 * The secret under PINs and the key of the audit log. A lost PIN secret stays lost until the machine or passphrase it
 * belongs to is back, because a new one would make every PIN wrong, unless the owner of the machine sets PINs anew; the log simply goes on under a new key.
 */
export async function openDeskKeys(
  database: Database,
  { cipher, clock, log, setsPinsAnew = false }: Pick<HostPorts, 'cipher' | 'clock' | 'log' | 'setsPinsAnew'>,
): Promise<DeskKeys> {
  const deps = { database, cipher, nowMs: clock.now() };
  const pepper = await openDeviceKey({
    ...{ ...deps, name: 'pin-pepper' },
    replaceLost: setsPinsAnew ? 'same-cipher' : 'never',
  });
  const signing = await openDeviceKey({
    ...deps,
    name: 'audit',
    note: () => JSON.stringify(auditHead(database)),
    replaceLost: 'always',
  });
  if (pepper.state === 'lost') log.error('pin-pepper-lost', { cipher: cipher.name });
  return {
    pepper: pepper.state === 'good' ? pepper.key : null,
    signing: signing.state === 'good' ? { key: signing.key, from: readHead(signing.note) } : null,
  };
}

function readHead(note: string): z.output<typeof HeadSchema> {
  return note === '' ? NO_HEAD : HeadSchema.parse(JSON.parse(note));
}
