import { chmodSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createNodeCipher } from '../../../electron/host/cipher/node-cipher.ts';
import type { Cipher } from '../../../electron/services/ports.ts';
import { temporaryFolder } from '../../support/hosts.ts';

const SECRET = 'example-secret 密钥';
const modeOf = (file: string): number => statSync(file).mode & 0o777;
const changed = (bytes: Uint8Array, at: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] ?? 0) ^ 1;
  return copy;
};

async function expectSealed(cipher: Cipher): Promise<void> {
  const sealed = await cipher.seal(SECRET);
  expect(Buffer.from(sealed).includes('example-secret')).toBe(false);
  expect(await cipher.open(sealed)).toBe(SECRET);
  expect(await cipher.seal(SECRET)).not.toEqual(sealed);
  for (const at of [0, 1, 14, sealed.length - 1]) await expect(cipher.open(changed(sealed, at))).rejects.toThrow();
  await expect(cipher.open(sealed.subarray(0, 20))).rejects.toThrow();
}

describe('key file', () => {
  it('seals and opens, never twice alike, and notices every changed bit', async () => {
    await expectSealed(createNodeCipher(temporaryFolder(), {}));
  });

  it('opens after a restart what was sealed before', async () => {
    const dir = temporaryFolder();
    const sealed = await createNodeCipher(dir, {}).seal(SECRET);
    expect(await createNodeCipher(dir, {}).open(sealed)).toBe(SECRET);
  });

  it('cannot open what another folder sealed', async () => {
    const sealed = await createNodeCipher(temporaryFolder(), {}).seal(SECRET);
    await expect(createNodeCipher(temporaryFolder(), {}).open(sealed)).rejects.toThrow();
  });

  it('is readable by its user only, also after a copy lost the mode', () => {
    const dir = temporaryFolder();
    const file = join(dir, 'vault.key');
    createNodeCipher(dir, {});
    expect(modeOf(file)).toBe(0o600);
    chmodSync(file, 0o644);
    createNodeCipher(dir, {});
    expect(modeOf(file)).toBe(0o600);
  });

  it('refuses to seal under a damaged key, and leaves the file for somebody to repair', async () => {
    const dir = temporaryFolder();
    writeFileSync(join(dir, 'vault.key'), 'short');
    const cipher = createNodeCipher(dir, {});
    expect([cipher.available, cipher.name]).toEqual([false, 'key-file:damaged']);
    await expect(cipher.seal(SECRET)).rejects.toThrow('not available');
    expect(readFileSync(join(dir, 'vault.key'), 'utf8')).toBe('short');
  });
});

describe('passphrase', () => {
  const withPassphrase = (dir: string, passphrase: string): Cipher =>
    createNodeCipher(dir, { DISPATCH_DESK_PASSPHRASE: passphrase });

  it('seals and opens, also after a restart, and keeps neither the passphrase nor the key on disk', async () => {
    const dir = temporaryFolder();
    const cipher = withPassphrase(dir, 'four example words');
    await expectSealed(cipher);
    expect(await withPassphrase(dir, 'four example words').open(await cipher.seal(SECRET))).toBe(SECRET);
    expect(readFileSync(join(dir, 'vault.salt')).includes('four example')).toBe(false);
    expect(modeOf(join(dir, 'vault.salt'))).toBe(0o600);
  });

  it('notices a wrong passphrase at start and refuses to seal under it', async () => {
    const dir = temporaryFolder();
    withPassphrase(dir, 'four example words');
    const cipher = withPassphrase(dir, 'other example words');
    expect([cipher.available, cipher.name]).toEqual([false, 'passphrase:wrong']);
    await expect(cipher.seal(SECRET)).rejects.toThrow('not available');
  });

  it('is another lock than the key file of the same folder', async () => {
    const dir = temporaryFolder();
    const sealed = await createNodeCipher(dir, {}).seal(SECRET);
    await expect(withPassphrase(dir, 'four example words').open(sealed)).rejects.toThrow();
  });
});
