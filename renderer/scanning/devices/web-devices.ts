import type { HidReportInfo } from './hid-report.ts';

/** The parts of Web Serial and WebHID that are used; browsers without them have neither. */
export type SerialPortLike = {
  readonly getInfo: () => { readonly usbVendorId?: number; readonly usbProductId?: number };
  readonly open: (options: { readonly baudRate: number }) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly readable: ReadableStream<Uint8Array> | null;
};
export type SerialLike = EventTarget & {
  readonly requestPort: () => Promise<SerialPortLike>;
  readonly getPorts: () => Promise<readonly SerialPortLike[]>;
};
export type HidDeviceLike = EventTarget & {
  readonly vendorId: number;
  readonly productId: number;
  readonly productName: string;
  readonly opened: boolean;
  readonly collections: readonly {
    readonly usagePage?: number;
    readonly usage?: number;
    readonly inputReports?: readonly HidReportInfo[];
  }[];
  readonly open: () => Promise<void>;
  readonly close: () => Promise<void>;
};
export type HidLike = EventTarget & {
  readonly requestDevice: (options: {
    readonly filters: readonly { readonly usagePage: number; readonly usage: number }[];
  }) => Promise<readonly HidDeviceLike[]>;
  readonly getDevices: () => Promise<readonly HidDeviceLike[]>;
};

/** What this browser offers. */
export function webDevices(navigator: Navigator): { readonly serial: SerialLike | null; readonly hid: HidLike | null } {
  return {
    serial: (Reflect.get(navigator, 'serial') as SerialLike | undefined) ?? null,
    hid: (Reflect.get(navigator, 'hid') as HidLike | undefined) ?? null,
  };
}
