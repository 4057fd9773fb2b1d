import { validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { DebugLogger } from 'builder-util';
import { expect, test } from 'vitest';
import { builderConfig } from '../../../../build/package/builder-config.ts';

test('the packer accepts the configuration of a release', async () => {
  await expect(validateConfiguration(builderConfig({ fuses: true }), new DebugLogger(false))).resolves.toBeUndefined();
});

test('the packer names a key it does not know', async () => {
  const wrong = { ...builderConfig({ fuses: true }), fuse: true };
  await expect(validateConfiguration(wrong, new DebugLogger(false))).rejects.toThrow('fuse');
});

test('a released app cannot be run as plain Node, debugged from outside or led to other code', () => {
  expect(builderConfig({ fuses: true }).electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false,
  });
  expect(builderConfig({ fuses: false })).not.toHaveProperty('electronFuses');
});

test('installers are made for three systems', () => {
  const { win, mac, linux } = builderConfig({ fuses: true });
  expect([win?.target, mac?.target, linux?.target]).toEqual([['nsis'], ['dmg', 'zip'], ['AppImage', 'deb']]);
});
