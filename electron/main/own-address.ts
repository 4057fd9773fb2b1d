/** The page's own scheme and host; a standard scheme has an origin like any web page, and nothing else is served on it. */
export const APP_SCHEME = 'app';
const APP_HOST = 'bundle';
export const PAGE_ADDRESS = `${APP_SCHEME}://${APP_HOST}/`;

/** Whether an address lies on our own host. The parts are compared as a URL parser reads them, never the text. */
export function isOwnAddress(address: string): boolean {
  const url = URL.parse(address);
  return (
    url !== null &&
    url.protocol === `${APP_SCHEME}:` &&
    url.host === APP_HOST &&
    url.username === '' &&
    url.password === ''
  );
}

/** Whether an address is the page itself, and not a document that is handed out under the same host. */
export function isPageAddress(address: string): boolean {
  if (!isOwnAddress(address)) return false;
  const { pathname } = new URL(address);
  return pathname === '/' || pathname === '/index.html';
}

/** Whether an address is a document handed out by id, such as the practice sheet. */
export const isDocumentAddress = (address: string): boolean =>
  isOwnAddress(address) && /^\/files\/[^/]+$/.test(new URL(address).pathname);
