import type { Page } from '@playwright/test';

/** A scale on a serial port of this page, from its next load on. */
export async function plugInScale(page: Page): Promise<{ readonly show: (kilograms: string) => Promise<void> }> {
  await page.addInitScript(() => {
    let feed: ReadableStreamDefaultController<Uint8Array> | null = null;
    const port = {
      readable: null as ReadableStream<Uint8Array> | null,
      getInfo: () => ({ usbVendorId: 0x1a86, usbProductId: 0x7523 }),
      open: async () => {
        port.readable = new ReadableStream<Uint8Array>({ start: (controller) => void (feed = controller) });
      },
      close: async () => {
        port.readable = null;
      },
    };
    const serial = Object.assign(new EventTarget(), {
      requestPort: async () => port,
      getPorts: async () => [],
    });
    Object.defineProperty(navigator, 'serial', { value: serial, configurable: true });
    window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string' && data.startsWith('scale '))
        feed?.enqueue(new TextEncoder().encode(`${data.slice(6)}\r\n`));
    });
  });
  return {
    /** The scale stands still at so many kilograms. */
    show: (kilograms) => page.evaluate((text) => window.postMessage(`scale ST,GS,+  ${text}kg`), kilograms),
  };
}
