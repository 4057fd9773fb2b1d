import { DESK_HEADER, DESK_HEADER_VALUE, FILE_LIMIT_BYTES, FILES_PATH } from '../../../shared/channels.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { FileStore } from './file-store.ts';
import { readLimited } from './read-limited.ts';
import { DOCUMENT_POLICY, securityHeaders } from './security-headers.ts';

const MEBIBYTE = 1024 * 1024;

/** Types a browser may show by itself; every other file is a download. */
const SHOWN_TYPES = /^(text\/html|image\/(png|jpeg|svg\+xml)|application\/pdf)\b/;

/** Takes and hands out files by id: `POST /files?name=…` answers `{ "id" }`, `GET /files/:id` the bytes. */
export async function exchangeFile(files: FileStore, request: Request): Promise<Response> {
  const url = new URL(request.url);
  if (url.pathname === FILES_PATH) {
    return request.method === 'POST' ? await takeFile(files, request, url) : refuse(405, null);
  }
  return request.method === 'GET' || request.method === 'HEAD'
    ? handOut(files, url, request.method)
    : refuse(405, null);
}

async function takeFile(files: FileStore, request: Request, url: URL): Promise<Response> {
  const name = url.searchParams.get('name') ?? '';
  if (request.headers.get(DESK_HEADER) !== DESK_HEADER_VALUE) return refuse(403, null);
  if (name === '' || name.length > 255) return refuse(400, { code: 'bad-request', detail: 'a file needs a name' });
  const bytes = await readLimited(request, FILE_LIMIT_BYTES);
  if (bytes === null) return refuse(413, { code: 'file-too-large', megabytes: FILE_LIMIT_BYTES / MEBIBYTE });
  return json(201, { id: files.put({ name, bytes }) });
}

function handOut(files: FileStore, url: URL, method: string): Response {
  const id = url.pathname.slice(FILES_PATH.length + 1);
  const file = files.get(id);
  if (file === null) return refuse(404, { code: 'file-not-found', id: id.slice(0, 80) });
  const disposition = SHOWN_TYPES.test(file.type) ? 'inline' : 'attachment';
  return new Response(method === 'HEAD' ? null : new Uint8Array(file.bytes), {
    headers: {
      ...securityHeaders(DOCUMENT_POLICY),
      'content-type': file.type,
      'content-disposition': `${disposition}; filename*=UTF-8''${encodeFileName(file.name)}`,
    },
  });
}

/** RFC 8187: what `encodeURIComponent` leaves alone but the header's grammar does not allow is encoded as well. */
const encodeFileName = (name: string): string =>
  encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const refuse = (status: number, error: Problem | null): Response =>
  error === null ? new Response(null, { status, headers: securityHeaders(DOCUMENT_POLICY) }) : json(status, { error });

const json = (status: number, body: unknown): Response =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...securityHeaders(DOCUMENT_POLICY), 'content-type': 'application/json; charset=utf-8' },
  });
