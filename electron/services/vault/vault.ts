import type { Database } from 'better-sqlite3';
import { z } from 'zod';
import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Cipher } from '../ports.ts';

/** A shop's credential fields by name. Lives only inside `use`. */
export type Credentials = Readonly<Record<string, string>>;

/**
 * Sealed credentials: put, use inside, forget. There is no read-out, so nothing can hand a secret to a page.
 * Without a safe back end nothing is stored at all (RELIABILITY F8, S17).
 */
export type Vault = {
  readonly put: (shopId: string, credentials: Credentials, nowMs: number) => Promise<Result<null, Problem>>;
  /** Runs `task` with the opened credentials. Errors: none stored, or the back end cannot open them. */
  readonly use: <Value>(
    shopId: string,
    task: (credentials: Credentials) => Promise<Value>,
  ) => Promise<Result<Value, Problem>>;
  /** The last two characters of each field, for "configured, ends 3F". */
  readonly hints: (shopId: string) => Readonly<Record<string, string>>;
  readonly forget: (shopId: string) => void;
};

const CredentialsSchema = z.record(z.string(), z.string());

/** Opens the vault over its table and the host's cipher. */
export function createVault({ database, cipher }: { readonly database: Database; readonly cipher: Cipher }): Vault {
  const upsert = database.prepare(
    `INSERT INTO shop_secret (shop_id, cipher, sealed, hints, updated_at_ms) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (shop_id) DO UPDATE SET cipher = excluded.cipher, sealed = excluded.sealed, hints = excluded.hints, updated_at_ms = excluded.updated_at_ms`,
  );
  const select = database.prepare<[string], { sealed: Buffer }>('SELECT sealed FROM shop_secret WHERE shop_id = ?');
  const selectHints = database.prepare<[string], { hints: string }>('SELECT hints FROM shop_secret WHERE shop_id = ?');
  const remove = database.prepare('DELETE FROM shop_secret WHERE shop_id = ?');
  const reseal = database.prepare('UPDATE shop_secret SET cipher = ?, sealed = ? WHERE shop_id = ? AND sealed = ?');
  /** Only what was read is replaced: credentials put in the meantime stay. A cipher that fails now leaves the old seal. */
  const sealAnew = async (shopId: string, outdated: Buffer, credentials: Credentials): Promise<void> => {
    const sealed = await cipher.seal(JSON.stringify(credentials)).catch(() => null);
    if (sealed !== null) reseal.run(cipher.name, Buffer.from(sealed), shopId, outdated);
  };
  return {
    put: async (shopId, credentials, nowMs) => {
      if (!cipher.available) return err({ code: 'credentials-unsafe', backend: cipher.name });
      const sealed = await cipher.seal(JSON.stringify(credentials));
      upsert.run(shopId, cipher.name, Buffer.from(sealed), JSON.stringify(hintsOf(credentials)), nowMs);
      return ok(null);
    },
    use: async (shopId, task) => {
      const row = select.get(shopId);
      if (row === undefined) return err({ code: 'credentials-missing', shop: shopId });
      const opened = await openSealed(cipher, row.sealed);
      if (opened === null)
        return err(
          cipher.available
            ? { code: 'credentials-unreadable', shop: shopId }
            : { code: 'credentials-unsafe', backend: cipher.name },
        );
      if (await cipher.isOutdated?.(row.sealed).catch(() => false)) await sealAnew(shopId, row.sealed, opened);
      return ok(await task(opened));
    },
    hints: (shopId) => CredentialsSchema.parse(JSON.parse(selectHints.get(shopId)?.hints ?? '{}')),
    forget: (shopId) => {
      remove.run(shopId);
    },
  };
}

/** Null when this machine or user can no longer open what was sealed (another key, a changed back end). */
async function openSealed(cipher: Cipher, sealed: Uint8Array): Promise<Credentials | null> {
  if (!cipher.available) return null;
  try {
    return CredentialsSchema.parse(JSON.parse(await cipher.open(sealed)));
  } catch {
    return null;
  }
}

/** Values of fewer than eight characters are not hinted at: two characters would give too much away. */
const hintsOf = (credentials: Credentials): Record<string, string> =>
  Object.fromEntries(
    Object.entries(credentials).map(([field, value]) => [field, value.length >= 8 ? value.slice(-2) : '']),
  );
