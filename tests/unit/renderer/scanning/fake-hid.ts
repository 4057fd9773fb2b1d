import { vi } from 'vitest';
import type { HidDeviceLike, HidLike } from '../../../../renderer/scanning/devices/web-devices.ts';

/** A HID-POS scanner in the browser's list, and what it sends. */
export function fakeHid() {
  const device = Object.assign(new EventTarget(), {
    ...{ vendorId: 0x0c2e, productId: 0x0b61, productName: 'Bench scanner', opened: false },
    collections: [{ usagePage: 0x8c, usage: 2, inputReports: [REPORT] }],
    open: vi.fn<() => Promise<void>>(async () => undefined),
    close: async () => undefined,
  }) satisfies HidDeviceLike;
  const hid = Object.assign(new EventTarget(), {
    requestDevice: async () => [device],
    getDevices: async () => [device],
  }) satisfies HidLike;
  const send = (data: DataView): boolean =>
    device.dispatchEvent(Object.assign(new Event('inputreport'), { reportId: 2, data }));
  return { device, hid, send };
}

/** The layout that HID-POS scanners commonly describe: count, three symbology bytes, 56 characters, a flag. */
export const REPORT = {
  reportId: 2,
  items: [
    { usages: [0x01003b], reportSize: 8, reportCount: 1 },
    { usages: [0x8c00fb, 0x8c00fc, 0x8c00fd], reportSize: 8, reportCount: 3 },
    { usages: [0x8c00fe], reportSize: 8, reportCount: 56 },
    { usages: [0x8c00ff], reportSize: 1, reportCount: 1 },
  ],
};

export function report(text: string, more: boolean, aim = ']C0'): DataView {
  const bytes = new Uint8Array(61);
  bytes[0] = text.length;
  bytes.set(bytesOf(aim), 1);
  bytes.set(bytesOf(text), 4);
  bytes[60] = more ? 1 : 0;
  return new DataView(bytes.buffer);
}

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
