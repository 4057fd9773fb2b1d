import type { Session } from 'electron';
import { isOwnAddress } from './own-address.ts';

type Guarded = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

/** What a page asks of the machine. */
export type Asked = {
  readonly permission: string;
  /** Address or origin of the page that asks. */
  readonly address: string;
  readonly isMainFrame: boolean;
};

/**
 * Whether our own page may have it (RELIABILITY S06): to ask for scanners and scales on a serial port or as HID, which a
 * person then chooses. Everything else and every other page is denied; Electron's own default is to allow.
 */
const mayHave = ({ permission, address, isMainFrame }: Asked): boolean =>
  isMainFrame && isOwnAddress(address) && (permission === 'serial' || permission === 'hid');

/** Puts the decision before every question a page can ask. `isChosen`: the device was chosen by a person in set-up. */
export function guardPermissions(session: Guarded, isChosen: (type: string, device: object) => boolean): void {
  session.setPermissionRequestHandler((_contents, permission, answer, { requestingUrl, isMainFrame }) =>
    answer(mayHave({ permission, address: requestingUrl, isMainFrame })),
  );
  session.setPermissionCheckHandler((_contents, permission, address, { isMainFrame }) =>
    mayHave({ permission, address, isMainFrame }),
  );
  session.setDevicePermissionHandler(
    ({ deviceType, origin, device }) =>
      mayHave({ permission: deviceType, address: origin, isMainFrame: true }) && isChosen(deviceType, device),
  );
}
