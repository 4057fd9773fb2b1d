import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNodeCipher } from '../../../electron/host/cipher/node-cipher.ts';
import { DATABASE_FILE, openDatabase } from '../../../electron/services/db/open.ts';
import type { Cipher } from '../../../electron/services/ports.ts';
import { createShopStore } from '../../../electron/services/shops/shop-store.ts';
import { createVault } from '../../../electron/services/vault/vault.ts';

const SECRET = 'example-secret-of-the-shop-3F';

function setup(cipherOf?: (dir: string) => Cipher) {
  const dir = mkdtempSync(join(tmpdir(), 'vault-'));
  const opened = openDatabase({ dataDir: dir, nowMs: 0 });
  if (!opened.ok) throw new Error(opened.error.code);
  const { database } = opened.value;
  createShopStore(database).insert({
    id: 's',
    name: 'Tea',
    platform: 'wechat-channels',
    baseUrl: '',
    training: false,
    createdAtMs: 0,
  });
  const cipher = cipherOf?.(dir) ?? createNodeCipher(dir, {});
  return { dir, database, vault: createVault({ database, cipher }) };
}

describe('the vault', () => {
  it('opens credentials only inside `use`, and shows nothing but the last two characters', async () => {
    const { vault } = setup();
    expect(await vault.put('s', { appId: 'wx-short', appSecret: SECRET, pin: '1234' }, 0)).toEqual({
      ok: true,
      value: null,
    });
    expect(vault.hints('s')).toEqual({ appId: 'rt', appSecret: '3F', pin: '' });
    expect(await vault.use('s', async ({ appSecret }) => appSecret?.length)).toEqual({
      ok: true,
      value: SECRET.length,
    });
  });

  it('leaves no secret readable in the file', async () => {
    const { dir, database, vault } = setup();
    await vault.put('s', { appSecret: SECRET }, 0);
    database.pragma('wal_checkpoint(TRUNCATE)');
    expect(readFileSync(join(dir, DATABASE_FILE)).includes(Buffer.from('example-secret'))).toBe(false);
    expect(readFileSync(join(dir, DATABASE_FILE)).includes(Buffer.from('shop_secret'))).toBe(true);
  });

  it('stores nothing where the back end is not safe', async () => {
    const unsafe: Cipher = {
      name: 'basic_text',
      available: false,
      seal: async () => new Uint8Array(),
      open: async () => '',
    };
    const { vault } = setup(() => unsafe);
    expect(await vault.put('s', { appSecret: SECRET }, 0)).toEqual({
      ok: false,
      error: { code: 'credentials-unsafe', backend: 'basic_text' },
    });
    expect(await vault.use('s', async () => 1)).toEqual({
      ok: false,
      error: { code: 'credentials-missing', shop: 's' },
    });
  });

  it('says so when this machine can no longer open what was sealed', async () => {
    const { database, vault } = setup();
    await vault.put('s', { appSecret: SECRET }, 0);
    const elsewhere = createVault({ database, cipher: createNodeCipher(mkdtempSync(join(tmpdir(), 'other-')), {}) });
    expect(await elsewhere.use('s', async () => 1)).toMatchObject({ error: { code: 'credentials-unreadable' } });
  });

  it('seals anew what the back end calls outdated, once, and nothing else', async () => {
    const seals: string[] = [];
    const rotating: Cipher = {
      name: 'rotating',
      available: true,
      seal: async (plain) => {
        seals.push(plain);
        return Buffer.from(`${seals.length === 1 ? 'old' : 'new'}${plain}`);
      },
      open: async (sealed) => Buffer.from(sealed).toString().slice(3),
      isOutdated: async (sealed) => Buffer.from(sealed).toString().startsWith('old'),
    };
    const { vault, database } = setup(() => rotating);
    const stored = () => (database.prepare('SELECT sealed FROM shop_secret').get() as { sealed: Buffer }).sealed;
    await vault.put('s', { appSecret: SECRET }, 0);
    expect(stored().toString()).toMatch(/^old/);
    expect(await vault.use('s', async ({ appSecret }) => appSecret)).toEqual({ ok: true, value: SECRET });
    expect(stored().toString()).toMatch(/^new/);
    await vault.use('s', async () => null);
    expect(seals).toHaveLength(2);
    expect(vault.hints('s')).toEqual({ appSecret: '3F' });
  });

  it('goes on with the old seal where sealing anew fails', async () => {
    let broken = false;
    const failing: Cipher = {
      name: 'failing',
      available: true,
      seal: async (plain) => (broken ? Promise.reject(new Error('no bus')) : Buffer.from(plain)),
      open: async (sealed) => Buffer.from(sealed).toString(),
      isOutdated: async () => true,
    };
    const { vault } = setup(() => failing);
    await vault.put('s', { appSecret: SECRET }, 0);
    broken = true;
    expect(await vault.use('s', async ({ appSecret }) => appSecret)).toEqual({ ok: true, value: SECRET });
  });

  it('forgets', async () => {
    const { vault } = setup();
    await vault.put('s', { appSecret: SECRET }, 0);
    vault.forget('s');
    expect(vault.hints('s')).toEqual({});
    expect(await vault.use('s', async () => 1)).toMatchObject({ ok: false, error: { code: 'credentials-missing' } });
  });
});
