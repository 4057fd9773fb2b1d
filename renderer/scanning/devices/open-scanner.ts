import { readAim, type Symbology } from '../../../shared/domain/symbology.ts';
import { createCodeSplitter } from './code-splitter.ts';
import { readHidReport } from './hid-report.ts';
import type { HidDeviceLike, SerialPortLike } from './web-devices.ts';

/** A code from a scanner that is no keyboard. */
export type DeviceScan = {
  readonly text: string;
  readonly source: 'serial' | 'hid';
  readonly symbology: Symbology | null;
};

export type OpenScanner = { readonly name: string; readonly close: () => Promise<void>; readonly gone: Promise<void> };
type OnScan = (scan: DeviceScan) => void;

/** Bar code scanner of the HID Point of Sale tables. */
export const HID_SCANNER = { usagePage: 0x8c, usage: 0x02 } as const;
const BAUD_RATE = 9_600;
/** A serial scanner without a suffix ends its code with this much silence; one with a suffix never waits for it. */
const SILENCE_MS = 500;

/** Reads a scanner on a serial port until it is closed or unplugged. */
export async function openSerial(port: SerialPortLike, onScan: OnScan): Promise<OpenScanner> {
  await port.open({ baudRate: BAUD_RATE });
  const reader = port.readable?.getReader();
  if (!reader) throw new Error('The port cannot be read');
  const splitter = createCodeSplitter();
  const tell = (codes: readonly string[]): void =>
    codes.forEach((code) => onScan({ ...readAim(code), source: 'serial' }));
  const read = async (): Promise<void> => {
    let silence: ReturnType<typeof setTimeout> | undefined;
    try {
      for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
        clearTimeout(silence);
        tell(splitter.take(chunk.value));
        silence = setTimeout(() => tell(splitter.flush()), SILENCE_MS);
      }
    } catch {
      // Unplugged: the end of the stream.
    } finally {
      reader.releaseLock();
    }
  };
  const gone = read();
  const { usbVendorId, usbProductId } = port.getInfo();
  const name = usbVendorId === undefined ? 'serial' : `USB ${hex(usbVendorId)}:${hex(usbProductId ?? 0)}`;
  return {
    name,
    gone,
    close: async () => {
      // Of an unplugged one there is nothing left to cancel; its port has to be closed all the same to be opened again.
      await reader.cancel().catch(() => undefined);
      await gone;
      await port.close();
    },
  };
}

/** Reads a HID-POS scanner. Codes longer than one report are put together. */
export async function openHid(device: HidDeviceLike, onScan: OnScan): Promise<OpenScanner> {
  if (!device.opened) await device.open();
  const reports = device.collections.flatMap(({ inputReports = [] }) => inputReports);
  let begun = '';
  let aim = '';
  const listening = new AbortController();
  const hear = (event: Event): void => {
    const { reportId, data } = event as Event & { readonly reportId: number; readonly data: DataView };
    const info = reports.find((report) => (report.reportId ?? 0) === reportId);
    const reading = info && readHidReport(info, data);
    if (!reading) return;
    begun += reading.text;
    aim ||= reading.aim;
    if (reading.more) return;
    const code = begun.replace(/[\r\n\t]+$/, '');
    const { symbology } = readAim(`${aim}${code}`);
    begun = '';
    aim = '';
    if (code !== '') onScan({ text: code, symbology, source: 'hid' });
  };
  device.addEventListener('inputreport', hear, { signal: listening.signal });
  return {
    name: device.productName,
    gone: new Promise(() => undefined),
    close: async () => {
      listening.abort();
      await device.close();
    },
  };
}

const hex = (id: number): string => id.toString(16).padStart(4, '0');
