import { type DeviceScan, HID_SCANNER, openHid, type OpenScanner, openSerial } from './open-scanner.ts';
import type { HidDeviceLike, HidLike, SerialLike, SerialPortLike } from './web-devices.ts';

/** How such a scanner is attached. */
export type DeviceKind = 'serial' | 'hid';

/** How an attempt to connect ended. `cancelled`: nothing was chosen. `refused`: in use by another program, or not permitted. */
export type ConnectEnd = 'connected' | 'cancelled' | 'refused';

export type DeviceLinkParts = {
  readonly serial: SerialLike | null;
  readonly hid: HidLike | null;
  readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Under which name the device is remembered; a bench has a scanner and may have a scale. */
  readonly key?: string;
  readonly onScan: (scan: DeviceScan) => void;
  readonly onDevice: (device: { readonly kind: DeviceKind; readonly name: string } | null) => void;
};

export type DeviceLink = {
  /** Kinds this browser can connect. */
  readonly offers: readonly DeviceKind[];
  /** Needs a click: the browser shows its own list of devices. */
  readonly choose: (kind: DeviceKind) => Promise<ConnectEnd>;
  /** Opens the remembered device when it is there; called at the start and whenever something was plugged in. */
  readonly resume: () => Promise<void>;
  readonly forget: () => Promise<void>;
  /** Lets the device go and hears of none any more; it stays remembered. */
  readonly stop: () => Promise<void>;
};

type Remembered = { readonly kind: DeviceKind; readonly vendorId: number; readonly productId: number };
const KEY = 'dispatch-desk.scanner-device';

/** One scanner that is no keyboard: chosen once, remembered by vendor and product, opened again by itself. */
export function createDeviceLink(parts: DeviceLinkParts): DeviceLink {
  const { serial, hid, storage, key = KEY, onScan, onDevice } = parts;
  const { isOpen, adopt, release } = createSlot(onDevice);
  let opening: Promise<void> | null = null;
  const stopping = new AbortController();
  const openPort = async (port: SerialPortLike): Promise<void> => {
    await release();
    adopt('serial', await openSerial(port, onScan));
    const { usbVendorId, usbProductId } = port.getInfo();
    remember(parts, 'serial', usbVendorId, usbProductId);
  };
  const openDevice = async (device: HidDeviceLike): Promise<void> => {
    await release();
    adopt('hid', await openHid(device, onScan));
    remember(parts, 'hid', device.vendorId, device.productId);
  };
  const openRemembered = async (): Promise<void> => {
    const known = recall(storage, key);
    if (isOpen() || !known) return;
    try {
      const port = known.kind === 'serial' ? await findPort(serial, known) : undefined;
      const device = known.kind === 'hid' ? await findDevice(hid, known) : undefined;
      if (port) await openPort(port);
      if (device) await openDevice(device);
    } catch {
      onDevice(null);
    }
  };
  /** One at a time: what was plugged in while the page starts would be opened twice. */
  const resume = (): Promise<void> => {
    opening ??= openRemembered().finally(() => {
      opening = null;
    });
    return opening;
  };
  const unlessStopped = { signal: stopping.signal };
  for (const source of [serial, hid]) source?.addEventListener('connect', () => void resume(), unlessStopped);
  hid?.addEventListener('disconnect', () => void (recall(storage, key)?.kind === 'hid' && release()), unlessStopped);
  return {
    offers: [...(serial ? ['serial' as const] : []), ...(hid ? ['hid' as const] : [])],
    resume,
    choose: async (kind) => {
      try {
        if (kind === 'serial') await openPort(await choosePort(serial));
        else await openDevice(await chooseDevice(hid));
        return 'connected';
      } catch (error) {
        return error instanceof DOMException && error.name === 'NotFoundError' ? 'cancelled' : 'refused';
      }
    },
    forget: async () => {
      storage.removeItem(key);
      await release();
    },
    stop: async () => {
      stopping.abort();
      await opening;
      await release();
    },
  };
}

/**
 * The one open device. It is let go also before another is opened, and where it is unplugged: a device that is heard
 * twice gives every code twice.
 */
function createSlot(onDevice: DeviceLinkParts['onDevice']) {
  let open: OpenScanner | null = null;
  const release = async (): Promise<void> => {
    if (!open) return;
    const was = open;
    open = null;
    onDevice(null);
    // An unplugged one cannot be closed.
    await was.close().catch(() => undefined);
  };
  const adopt = (kind: DeviceKind, scanner: OpenScanner): void => {
    open = scanner;
    onDevice({ kind, name: scanner.name });
    void scanner.gone.then(() => void (open === scanner && release()));
  };
  return { isOpen: () => open !== null, adopt, release };
}

const nothingChosen = (): DOMException => new DOMException('Nothing was chosen', 'NotFoundError');

async function choosePort(serial: SerialLike | null): Promise<SerialPortLike> {
  if (!serial) throw nothingChosen();
  return await serial.requestPort();
}

async function chooseDevice(hid: HidLike | null): Promise<HidDeviceLike> {
  const [device] = (await hid?.requestDevice({ filters: [HID_SCANNER] })) ?? [];
  if (!device) throw nothingChosen();
  return device;
}

/** Scanner and scale may hang on the same kind of adapter: the one that is open already is the other device. */
async function findPort(serial: SerialLike | null, known: Remembered): Promise<SerialPortLike | undefined> {
  const alike = ((await serial?.getPorts()) ?? []).filter((port) => {
    const { usbVendorId, usbProductId } = port.getInfo();
    return sameDevice(known, usbVendorId, usbProductId);
  });
  return alike.find(({ readable }) => readable === null) ?? alike[0];
}

const findDevice = async (hid: HidLike | null, known: Remembered): Promise<HidDeviceLike | undefined> =>
  ((await hid?.getDevices()) ?? []).find(({ vendorId, productId }) => sameDevice(known, vendorId, productId));

const sameDevice = (known: Remembered, vendorId?: number, productId?: number): boolean =>
  vendorId === known.vendorId && (productId ?? 0) === known.productId;

/** A port that is not on USB has no name to know it by again. */
function remember(
  { storage, key = KEY }: Pick<DeviceLinkParts, 'storage' | 'key'>,
  kind: DeviceKind,
  vendorId?: number,
  productId = 0,
): void {
  if (vendorId !== undefined) storage.setItem(key, [kind, vendorId, productId].join(' '));
}

function recall(storage: DeviceLinkParts['storage'], key: string): Remembered | null {
  const [kind, vendorId, productId] = (storage.getItem(key) ?? '').split(' ');
  if (kind !== 'serial' && kind !== 'hid') return null;
  return { kind, vendorId: Number(vendorId), productId: Number(productId) };
}
