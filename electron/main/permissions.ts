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
  /** What `media` is asked for: picture, sound, or both. */
  readonly media?: readonly string[];
};

export type Grants = {
  /** The device was chosen by a person in set-up. */
  readonly isChosen: (type: string, device: object) => boolean;
  /** Some shop wants photos of its packages, or a person is setting a camera up. */
  readonly allowsCamera: () => boolean;
};

/**
 * Whether our own page may have it (RELIABILITY S06): scanners and scales on a serial port or as HID, which a person then
 * chooses, and the picture of a camera while photos are wanted, never sound. Everything else and every other page is
 * denied; Electron's own default is to allow.
 */
function mayHave({ permission, address, isMainFrame, media = [] }: Asked, allowsCamera: () => boolean): boolean {
  if (!isMainFrame || !isOwnAddress(address)) return false;
  if (permission === 'media') return media.length === 1 && media[0] === 'video' && allowsCamera();
  return permission === 'serial' || permission === 'hid';
}

/** Puts the decision before every question a page can ask. */
export function guardPermissions(session: Guarded, { isChosen, allowsCamera }: Grants): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const { requestingUrl, isMainFrame } = details;
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(mayHave({ permission, address: requestingUrl, isMainFrame, media }, allowsCamera));
  });
  session.setPermissionCheckHandler((_contents, permission, address, { isMainFrame, mediaType }) =>
    mayHave(
      { permission, address, isMainFrame, ...(mediaType === undefined ? {} : { media: [mediaType] }) },
      allowsCamera,
    ),
  );
  session.setDevicePermissionHandler(
    ({ deviceType, origin, device }) =>
      mayHave({ permission: deviceType, address: origin, isMainFrame: true }, () => false) &&
      isChosen(deviceType, device),
  );
}
