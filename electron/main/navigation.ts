import type { WebContents } from 'electron';
import { isDocumentAddress, isPageAddress } from './own-address.ts';

type Guarded = Pick<WebContents, 'on' | 'setWindowOpenHandler'>;

/**
 * Keeps a page where it is (RELIABILITY S05, S07, S08): it goes nowhere but to itself, holds no web view, and opens no
 * window. A link to a document of ours is passed to `openDocument`, which shows it in a window without a bridge.
 */
export function guardNavigation(contents: Guarded, openDocument: (address: string) => void): void {
  contents.on('will-navigate', (details) => {
    if (!isPageAddress(details.url)) details.preventDefault();
  });
  contents.on('will-frame-navigate', (details) => {
    if (!isPageAddress(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => {
    if (!isPageAddress(details.url)) details.preventDefault();
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (isDocumentAddress(url)) openDocument(url);
    return { action: 'deny' };
  });
}
