import { request } from 'node:http';

export type Sent = {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
};
export type Got = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
};

/** One request exactly as written: nothing is added, followed or kept, so that forged headers reach the server. */
export function sendRaw(origin: string, path: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Got> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, method, headers: { ...headers }, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        }),
      );
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

/** Comes in through a launch link as a browser does, and returns the `Cookie` header it has from then on. */
export async function enter(launchUrl: string): Promise<string> {
  const { origin, pathname, search } = new URL(launchUrl);
  const answer = await sendRaw(origin, pathname + search);
  const [cookie = ''] = [answer.headers['set-cookie']].flat();
  if (answer.status !== 303 || cookie === '') throw new Error(`The launch link answered ${answer.status}`);
  return cookie.split(';')[0] ?? '';
}

/** The headers our page sends with a POST. */
export const pageHeaders = (origin: string, cookie: string): Record<string, string> => ({
  cookie,
  origin,
  'content-type': 'application/json',
  'x-dispatch-desk': '1',
});
