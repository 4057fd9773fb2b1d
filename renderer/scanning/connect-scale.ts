import { readScaleFrame } from '../../shared/domain/scale-frame.ts';
import { createDeviceLink, type DeviceLink, type DeviceLinkParts } from './devices/device-link.ts';
import { NEW_WATCH, onPackageGone, onReading } from './devices/scale-watch.ts';
import type { Scale, ScannerStore } from './scanner-store.ts';

const KEY = 'dispatch-desk.scale-device';

/** A scale that sends its weight all the time; remembered and opened again like a scanner. Returns how to end it. */
export function connectScale(
  store: ScannerStore,
  parts: Pick<DeviceLinkParts, 'serial' | 'storage'>,
): DeviceLink['stop'] {
  const change = (next: (scale: Scale) => Partial<Scale>): void =>
    store.setState(({ scale }) => (scale === null ? {} : { scale: { ...scale, ...next(scale) } }));
  const link = createDeviceLink({
    ...{ ...parts, hid: null, key: KEY },
    onScan: ({ text }) => {
      const reading = readScaleFrame(text);
      change(({ watch }) =>
        reading === null ? { unread: true } : { unread: false, watch: onReading(watch, reading) },
      );
    },
    onDevice: (device) => change(() => ({ name: device?.name ?? null, unread: false, watch: NEW_WATCH })),
  });
  store.setState({ scale: { link, name: null, watch: NEW_WATCH, unread: false } });
  void link.resume();
  return link.stop;
}

/** What lies on the scale has been weighed: its package was saved. */
export const emptyScale = (store: ScannerStore): void =>
  store.setState(({ scale }) => (scale === null ? {} : { scale: { ...scale, watch: onPackageGone(scale.watch) } }));
