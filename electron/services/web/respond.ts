import { FILES_PATH } from '../../../shared/channels.ts';
import { exchangeFile } from './file-exchange.ts';
import type { FileStore } from './file-store.ts';
import { readPageFile } from './page-file.ts';
import { PAGE_POLICY, securityHeaders } from './security-headers.ts';

export type Responder = (request: Request) => Promise<Response>;

/**
 * Answers every request a host gets for the page: the bundled page files, and files by id under `/files`. Who may ask is
 * the host's decision; this function trusts whoever it is called for.
 * @param options.pageDir folder the page was built into, with `index.html`
 */
export function createResponder(options: { readonly pageDir: string; readonly files: FileStore }): Responder {
  return async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === FILES_PATH || pathname.startsWith(`${FILES_PATH}/`))
      return await exchangeFile(options.files, request);
    if (request.method !== 'GET' && request.method !== 'HEAD') return withoutBody(405);
    const file = await readPageFile(options.pageDir, pathname);
    if (file === null) return withoutBody(404);
    return new Response(request.method === 'HEAD' ? null : file.bytes, {
      headers: { ...securityHeaders(PAGE_POLICY), 'content-type': file.type },
    });
  };
}

const withoutBody = (status: number): Response => new Response(null, { status, headers: securityHeaders(PAGE_POLICY) });
