import type { Dialog, HIDDevice, SerialPort, Session } from 'electron';
import { hostSentences, inBothLanguages } from '../host/messages.ts';
import type { ChosenDevices } from './chosen-devices.ts';

export type DeviceChooser = {
  readonly session: Pick<Session, 'on'>;
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  readonly chosen: ChosenDevices;
};

/** More than this does not fit a box of buttons; a packing computer has one or two. */
const MOST = 8;

/**
 * Electron has no list of devices of its own: where the page asks for one, a person picks it from a box, and only that one
 * is remembered. Closing the box picks none.
 */
export function letPersonChoose({ session, dialog, chosen }: DeviceChooser): void {
  session.on('select-serial-port', (event, ports, _contents, answer) => {
    event.preventDefault();
    void pick(dialog, ports.slice(0, MOST), portName).then((port) => {
      if (port) chosen.add('serial', port);
      answer(port?.portId ?? '');
    });
  });
  session.on('select-hid-device', (event, { deviceList }, answer) => {
    event.preventDefault();
    void pick(dialog, deviceList.slice(0, MOST), deviceName).then((device) => {
      if (device) chosen.add('hid', device);
      answer(device?.deviceId ?? null);
    });
  });
}

async function pick<Device>(
  dialog: DeviceChooser['dialog'],
  devices: readonly Device[],
  name: (device: Device) => string,
): Promise<Device | undefined> {
  const cancelId = devices.length;
  const { response } = await dialog.showMessageBox({
    type: 'question',
    noLink: true,
    title: '发货台 Dispatch Desk',
    message: inBothLanguages(devices.length === 0 ? hostSentences.noDevice : hostSentences.chooseDevice),
    buttons: [...devices.map(name), inBothLanguages(hostSentences.noneOfThese)],
    defaultId: cancelId,
    cancelId,
  });
  return devices[response];
}

const portName = ({ displayName, portName: port }: SerialPort): string =>
  [displayName, port].filter(Boolean).join(' · ');

const deviceName = ({ name, vendorId, productId }: HIDDevice): string => name || `${vendorId}:${productId}`;
