import type { Session } from 'electron';
import { isOwnAddress } from './own-address.ts';

type Guarded = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler'
>;

/** What a page asks of the machine. `media` names the kinds of capture that are asked for; empty where none is named. */
export type Asked = {
  readonly permission: string;
  /** Address or origin of the page that asks. */
  readonly address: string;
  readonly isMainFrame: boolean;
  readonly media: readonly string[];
};

/**
 * Whether our own page may have it (RELIABILITY S06): a camera's picture, and to ask for scanners and scales on a serial
 * port or as HID, which a person then chooses. Everything else, a microphone included, and every other page is denied;
 * Electron's own default is to allow.
 */
export function mayHave({ permission, address, isMainFrame, media }: Asked): boolean {
  if (!isMainFrame || !isOwnAddress(address)) return false;
  if (permission === 'media') return media.length > 0 && media.every((kind) => kind === 'video');
  return permission === 'serial' || permission === 'hid';
}

/** Puts the decision before every question a page can ask. `isChosen`: the device was chosen by a person in set-up. */
export function guardPermissions(session: Guarded, isChosen: (type: string, device: object) => boolean): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(mayHave({ permission, address: details.requestingUrl, isMainFrame: details.isMainFrame, media }));
  });
  session.setPermissionCheckHandler((_contents, permission, address, { isMainFrame, mediaType }) =>
    mayHave({ permission, address, isMainFrame, media: mediaType === undefined ? [] : [mediaType] }),
  );
  session.setDevicePermissionHandler(
    ({ deviceType, origin, device }) =>
      mayHave({ permission: deviceType, address: origin, isMainFrame: true, media: [] }) &&
      isChosen(deviceType, device),
  );
}
