// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createCodeSplitter } from '../../../../renderer/scanning/devices/code-splitter.ts';
import { createDeviceLink } from '../../../../renderer/scanning/devices/device-link.ts';
import { readHidReport } from '../../../../renderer/scanning/devices/hid-report.ts';
import type { DeviceScan } from '../../../../renderer/scanning/devices/open-scanner.ts';
import type { HidLike, SerialLike } from '../../../../renderer/scanning/devices/web-devices.ts';
import { bytesOf, fakeHid, REPORT, report } from './fake-hid.ts';

describe('codes on a serial line', () => {
  it('come whole and in order, wherever the line cuts its chunks', () => {
    const code = fc.string({ unit: fc.constantFrom(...'0123456789ABCxyz-]'), minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(fc.array(code), fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }), (codes, cuts) => {
        const all = bytesOf(codes.map((text) => `${text}\r\n`).join(''));
        const splitter = createCodeSplitter();
        const got: string[] = [];
        for (let at = 0, turn = 0; at < all.length; turn += 1) {
          const size = cuts[turn % cuts.length] ?? 1;
          got.push(...splitter.take(all.subarray(at, at + size)));
          at += size;
        }
        expect(got).toEqual(codes);
      }),
    );
  });
});

function setup(parts: { readonly hid?: HidLike; readonly serial?: SerialLike }) {
  const scans: DeviceScan[] = [];
  const shown: (string | null)[] = [];
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const create = () =>
    createDeviceLink({
      ...{ serial: parts.serial ?? null, hid: parts.hid ?? null, storage },
      onScan: (scan) => scans.push(scan),
      onDevice: (device) => shown.push(device?.name ?? null),
    });
  return { scans, shown, link: create(), create };
}

describe('a HID-POS scanner', () => {
  it('is read by the layout it describes itself', () => {
    expect(readHidReport(REPORT, report('YT123', false))).toEqual({ text: 'YT123', aim: ']C0', more: false });
    expect(readHidReport({ reportId: 9, items: [] }, report('YT123', false))).toBeNull();
  });

  it('gives long codes in one piece, with the kind of barcode', async () => {
    const { hid, send } = fakeHid();
    const { link, scans } = setup({ hid });
    expect(await link.choose('hid')).toBe('connected');
    send(report('JD0012345678901', true));
    send(report('-1-1-\r', false));
    expect(scans).toEqual([{ text: 'JD0012345678901-1-1-', symbology: 'code-128', source: 'hid' }]);
  });

  it('is opened again by itself after it was plugged in again, and on the next start', async () => {
    const { hid, device, send } = fakeHid();
    const { link, scans, shown, create } = setup({ hid });
    await link.choose('hid');
    hid.dispatchEvent(new Event('disconnect'));
    hid.dispatchEvent(new Event('connect'));
    await vi.waitFor(() => expect(shown).toEqual(['Bench scanner', null, 'Bench scanner']));
    send(report('1', false));
    expect(scans).toMatchObject([{ text: '1' }]);
    await link.stop();
    await create().resume();
    expect(device.open.mock.calls.length).toBeGreaterThanOrEqual(3);
    send(report('2', false));
    expect(scans).toMatchObject([{ text: '1' }, { text: '2' }]);
  });

  it('gives each code once, however often it is opened, chosen and plugged in', async () => {
    const { hid, send } = fakeHid();
    const { link, scans } = setup({ hid });
    await link.choose('hid');
    await link.choose('hid');
    send(report('1', false));
    expect(scans).toMatchObject([{ text: '1' }]);
    hid.dispatchEvent(new Event('disconnect'));
    hid.dispatchEvent(new Event('connect'));
    await Promise.all([link.resume(), link.resume()]);
    send(report('2', false));
    expect(scans).toMatchObject([{ text: '1' }, { text: '2' }]);
  });

  it('is not heard any more once it is stopped, nor opened when it is plugged in again', async () => {
    const { hid, device, send } = fakeHid();
    const { link, scans } = setup({ hid });
    await link.choose('hid');
    await link.stop();
    hid.dispatchEvent(new Event('connect'));
    await new Promise((done) => setTimeout(done));
    send(report('1', false));
    expect(scans).toEqual([]);
    expect(device.open).toHaveBeenCalledTimes(1);
  });

  it('is let go when nobody chose one', async () => {
    const { hid } = fakeHid();
    const none = Object.assign(new EventTarget(), { requestDevice: async () => [], getDevices: hid.getDevices });
    expect(await setup({ hid: none }).link.choose('hid')).toBe('cancelled');
  });
});

describe('a serial scanner', () => {
  it('gives two codes sent in one breath as two, with AIM prefix read off', async () => {
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytesOf(']E06901234567892\r\n]C0YT12345\r')),
    });
    const port = {
      getInfo: () => ({ usbVendorId: 0x05f9, usbProductId: 0x4204 }),
      open: async () => undefined,
      close: async () => undefined,
      readable: stream,
    };
    const serial = Object.assign(new EventTarget(), { requestPort: async () => port, getPorts: async () => [port] });
    const { link, scans } = setup({ serial });
    expect(await link.choose('serial')).toBe('connected');
    await vi.waitFor(() =>
      expect(scans).toEqual([
        { text: '6901234567892', symbology: 'ean', source: 'serial' },
        { text: 'YT12345', symbology: 'code-128', source: 'serial' },
      ]),
    );
    await link.forget();
  });

  it('goes on after it was unplugged and plugged in again', async () => {
    const { port, serial, unplug, say } = fakeSerial();
    const { link, scans, shown } = setup({ serial });
    expect(await link.choose('serial')).toBe('connected');
    unplug();
    await vi.waitFor(() => expect(shown.at(-1)).toBeNull());
    await vi.waitFor(() => expect(port.readable).toBeNull());
    serial.dispatchEvent(new Event('connect'));
    await vi.waitFor(() => expect(shown.at(-1)).not.toBeNull());
    say('YT12345\r');
    await vi.waitFor(() => expect(scans).toMatchObject([{ text: 'YT12345' }]));
    await link.stop();
  });
});

/** A port that can be opened again only after it was closed. */
function fakeSerial() {
  let line: ReadableStreamDefaultController<Uint8Array> | null = null;
  const port = {
    getInfo: () => ({ usbVendorId: 0x05f9, usbProductId: 0x4204 }),
    readable: null as ReadableStream<Uint8Array> | null,
    open: async () => {
      if (port.readable) throw new DOMException('Open already', 'InvalidStateError');
      port.readable = new ReadableStream({ start: (controller) => void (line = controller) });
    },
    close: async () => void (port.readable = null),
  };
  return {
    port,
    serial: Object.assign(new EventTarget(), { requestPort: async () => port, getPorts: async () => [port] }),
    unplug: () => line?.error(new DOMException('Gone', 'NetworkError')),
    say: (text: string) => line?.enqueue(bytesOf(text)),
  };
}
