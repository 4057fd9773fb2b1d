import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Session } from 'electron';
import { describe, expect, it } from 'vitest';
import { openChosenDevices } from '../../../electron/main/chosen-devices.ts';
import { type DeviceChooser, letPersonChoose } from '../../../electron/main/device-chooser.ts';
import { guardPermissions } from '../../../electron/main/permissions.ts';
import { temporaryFolder } from '../../support/hosts.ts';

/** Every permission Electron 45 asks for by name. */
const permissions = [
  'clipboard-read',
  'clipboard-sanitized-write',
  'deprecated-sync-clipboard-read',
  'display-capture',
  'fileSystem',
  'fullscreen',
  'geolocation',
  'hid',
  'idle-detection',
  'keyboardLock',
  'local-fonts',
  'media',
  'mediaKeySystem',
  'midi',
  'midiSysex',
  'notifications',
  'openExternal',
  'pointerLock',
  'screen-wake-lock',
  'serial',
  'speaker-selection',
  'storage-access',
  'top-level-storage-access',
  'unknown',
  'usb',
  'window-management',
];

const OURS = 'app://bundle/';
const FOREIGN = ['https://evil.example/', 'app://other/', 'file:///etc/passwd', 'app://bundle@evil.example/', ''];

describe('permissions', () => {
  type Handlers = Partial<Record<string, (...given: unknown[]) => unknown>>;
  function guarded(
    isChosen: (type: string, device: object) => boolean = () => true,
    allowsCamera = (): boolean => true,
  ): Handlers {
    const handlers: Handlers = {};
    const session = new Proxy(
      {},
      { get: (_target, name: string) => (handler: Handlers[string]) => (handlers[name] = handler) },
    );
    guardPermissions(session as Session, { isChosen, allowsCamera });
    return handlers;
  }
  /** What was answered, asked for and checked, by whom and about what. */
  function answers(permission: string, { address = OURS, isMainFrame = true } = {}): unknown[] {
    const handlers = guarded();
    const given: unknown[] = [];
    const asked = { requestingUrl: address, isMainFrame };
    handlers['setPermissionRequestHandler']?.({}, permission, (answer: unknown) => given.push(answer), asked);
    given.push(handlers['setPermissionCheckHandler']?.({}, permission, address, { isMainFrame }));
    return given;
  }

  it.each(permissions)('%s is denied unless the bench needs it, and to every other page', (permission) => {
    const needed = ['serial', 'hid'].includes(permission);
    expect(answers(permission)).toEqual([needed, needed]);
    expect(answers(permission, { isMainFrame: false })).toEqual([false, false]);
    for (const address of FOREIGN) expect(answers(permission, { address }), address).toEqual([false, false]);
  });

  it.each([
    [['video'], true, true],
    [['video'], false, false],
    [['audio'], true, false],
    [['video', 'audio'], true, false],
    [['audio', 'video'], true, false],
    [[], true, false],
    [undefined, true, false],
    [['unknown'], true, false],
  ])('media %j, while photos are wanted: %s, is given: %s', (mediaTypes, wanted, given) => {
    const handlers = guarded(
      () => true,
      () => wanted,
    );
    const ask = (address: string, isMainFrame = true): unknown => {
      let told: unknown;
      const asked = { requestingUrl: address, isMainFrame, ...(mediaTypes && { mediaTypes }) };
      handlers['setPermissionRequestHandler']?.({}, 'media', (answer: unknown) => (told = answer), asked);
      return told;
    };
    const [mediaType] = mediaTypes ?? [];
    const check = (address: string): unknown =>
      handlers['setPermissionCheckHandler']?.({}, 'media', address, { isMainFrame: true, mediaType });
    expect(ask(OURS)).toBe(given);
    expect(ask(OURS, false)).toBe(false);
    for (const address of FOREIGN) expect([ask(address), check(address)], address).toEqual([false, false]);
    expect(check(OURS)).toBe(wanted && mediaType === 'video');
  });

  it('lets our own page open the devices a person chose, and no other', () => {
    const scale = { vendorId: '1a86', productId: '7523' };
    const open = guarded((type, device) => type === 'serial' && device === scale)['setDevicePermissionHandler'];
    expect(open?.({ deviceType: 'serial', origin: 'app://bundle', device: scale })).toBe(true);
    expect(open?.({ deviceType: 'serial', origin: 'app://bundle', device: { ...scale } })).toBe(false);
    expect(open?.({ deviceType: 'hid', origin: 'app://bundle', device: scale })).toBe(false);
    expect(open?.({ deviceType: 'usb', origin: 'app://bundle', device: scale })).toBe(false);
    expect(open?.({ deviceType: 'serial', origin: 'https://evil.example', device: scale })).toBe(false);
  });
});

describe('the choice of a device', () => {
  const ports = [
    { portId: 'a', portName: 'COM3', displayName: 'Scale', vendorId: '1a86', productId: '7523' },
    { portId: 'b', portName: 'COM4', displayName: 'Scanner', vendorId: '0c2e', productId: '0901' },
  ];
  function setup(response: number, file = join(temporaryFolder(), 'devices.json')) {
    const chosen = openChosenDevices(file);
    const listeners = new Map<string, (...given: unknown[]) => void>();
    const shown: { readonly buttons: readonly string[]; readonly cancelId: number }[] = [];
    letPersonChoose({
      chosen,
      session: { on: (name: string, listener: () => void) => void listeners.set(name, listener) },
      dialog: {
        showMessageBox: async (options: (typeof shown)[number]) => {
          shown.push(options);
          return { response, checkboxChecked: false };
        },
      },
    } as unknown as DeviceChooser);
    const ask = (name: string, devices: unknown): Promise<unknown> =>
      new Promise((resolve) => {
        const event = { preventDefault: () => undefined };
        if (name === 'select-serial-port') listeners.get(name)?.(event, devices, {}, resolve);
        else listeners.get(name)?.(event, { deviceList: devices }, resolve);
      });
    return { ask, chosen, shown, file };
  }

  it('is a person’s, and is remembered after a restart', async () => {
    const { ask, chosen, shown, file } = setup(1);
    expect(await ask('select-serial-port', ports)).toBe('b');
    expect(shown[0]?.buttons.slice(0, 2)).toEqual(['Scale · COM3', 'Scanner · COM4']);
    expect([chosen.has('serial', ports[1] ?? {}), chosen.has('serial', ports[0] ?? {})]).toEqual([true, false]);
    expect(openChosenDevices(file).has('serial', { ...ports[1], portId: 'new' })).toBe(true);
    expect(openChosenDevices(file).has('hid', ports[1] ?? {})).toBe(false);
  });

  it('is none where the box is closed, and none where nothing is plugged in', async () => {
    const { ask, chosen } = setup(2);
    expect(await ask('select-serial-port', ports)).toBe('');
    expect(await setup(0).ask('select-hid-device', [])).toBeNull();
    expect(ports.some((port) => chosen.has('serial', port))).toBe(false);
  });

  it('takes a HID scanner by its numbers, and forgets a file that is not ours', async () => {
    const device = { deviceId: 'h', name: 'HID scanner', vendorId: 3118, productId: 2305 };
    const { ask, chosen, file } = setup(0);
    expect(await ask('select-hid-device', [device])).toBe('h');
    expect(chosen.has('hid', device)).toBe(true);
    writeFileSync(file, '{"type":"hid"}');
    expect(openChosenDevices(file).has('hid', device)).toBe(false);
  });
});
