import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';

/** Types of what the bundler puts into the page folder. Anything else is handed out as bytes and never as a document. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wav': 'audio/wav',
};

export type PageFile = { readonly bytes: Uint8Array<ArrayBuffer>; readonly type: string };

/**
 * Reads the file of the page that a URL path names; null where there is none or the path leaves the folder.
 * @param pathname path of the URL, still percent-encoded
 */
export async function readPageFile(pageDir: string, pathname: string): Promise<PageFile | null> {
  const file = resolvePagePath(pageDir, pathname);
  if (file === null) return null;
  try {
    const bytes = new Uint8Array(await readFile(file));
    return { bytes, type: CONTENT_TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream' };
  } catch {
    return null;
  }
}

/**
 * The absolute file a URL path stands for, or null where it is malformed or would lie outside the folder. Backslashes,
 * colons and control characters are refused outright, because Windows reads them as separators, drives and streams.
 */
export function resolvePagePath(pageDir: string, pathname: string): string | null {
  const decoded = decodePath(pathname);
  if (decoded === null || !decoded.startsWith('/') || !/^[^\\:\p{Cc}]*$/u.test(decoded)) return null;
  const root = resolve(pageDir);
  const file = resolve(root, decoded === '/' ? 'index.html' : `.${decoded}`);
  return file.startsWith(root + sep) ? file : null;
}

function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return null;
  }
}
