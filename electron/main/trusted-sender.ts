import type { IpcMainInvokeEvent, WebContents } from 'electron';
import { isPageAddress } from './own-address.ts';

export type SenderCheck = (event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>) => boolean;

/**
 * Whether a message comes from the top frame of our own window while that shows our own page (RELIABILITY S10). Asked for
 * every message; a frame that is gone by then is not trusted.
 */
export function createSenderCheck(ourContents: () => Pick<WebContents, 'mainFrame'> | null): SenderCheck {
  return ({ sender, senderFrame }) => {
    const ours = ourContents();
    if (ours === null || sender !== ours || senderFrame === null) return false;
    return senderFrame === ours.mainFrame && isPageAddress(senderFrame.url);
  };
}
