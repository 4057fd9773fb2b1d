import { describe, expect, it } from 'vitest';
import { createResponder } from '../../../electron/services/web/respond.ts';
import { resolvePagePath } from '../../../electron/services/web/page-file.ts';
import { memoryFiles, pageFolder } from '../../support/hosts.ts';

const PRACTICE_SHEET = {
  name: '练习单.html',
  type: 'text/html; charset=utf-8',
  text: '<h1>sheet</h1><script>x()</script>',
};

function setup() {
  const root = pageFolder();
  const files = memoryFiles({
    sheet: PRACTICE_SHEET,
    odd: { name: 'a"b.csv', type: 'text/csv', text: 'x' },
    script: { name: 'x.js', type: 'text/javascript', text: 'alert(1)' },
  });
  const respond = createResponder({ pageDir: `${root}/page`, files });
  const get = (path: string, init?: RequestInit) => respond(new Request(`http://127.0.0.1:4000${path}`, init));
  return { root, files, respond, get };
}

const upload = (name: string, body: BodyInit, headers: Record<string, string> = { 'x-dispatch-desk': '1' }) =>
  [`/files?name=${encodeURIComponent(name)}`, { method: 'POST', body, headers, duplex: 'half' }] as const;

describe('page files', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/index.html', 'text/html; charset=utf-8'],
    ['/assets/main-1a2b.js', 'text/javascript; charset=utf-8'],
    ['/assets/main-1a2b.css', 'text/css; charset=utf-8'],
    ['/sound.wav', 'audio/wav'],
  ])('serves %s as %s', async (path, type) => {
    const response = await setup().get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect((await response.text()).length).toBeGreaterThan(0);
  });

  it('answers the same over the Electron scheme', async () => {
    const response = await setup().respond(new Request('app://bundle/'));
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<title>page</title>');
  });

  it('knows nothing but what the bundler left, and takes no writing', async () => {
    const { get } = setup();
    expect((await get('/nothing.js')).status).toBe(404);
    expect((await get('/assets')).status).toBe(404);
    expect((await get('/index.html', { method: 'POST', body: 'x' })).status).toBe(405);
    expect((await get('/index.html', { method: 'DELETE' })).status).toBe(405);
  });

  it('sends headers without a body to HEAD', async () => {
    const response = await setup().get('/', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });

  it('puts one policy on every page answer, which runs no inline script and lets the page talk only to its host', async () => {
    const { get } = setup();
    for (const path of ['/', '/assets/main-1a2b.js', '/nothing']) {
      const { headers } = await get(path);
      expect(headers.get('content-security-policy')).toBe(
        "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; script-src 'self'; " +
          "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: https: http://127.0.0.1:*; font-src 'self'; " +
          "connect-src 'self'; require-trusted-types-for 'script'; trusted-types default",
      );
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  it('leaves the camera, scanners and scales to our own page alone, and nobody the microphone', async () => {
    const { get } = setup();
    for (const path of ['/', '/files/sheet', '/nothing']) {
      const wanted = (await get(path)).headers.get('permissions-policy')?.split(', ') ?? [];
      expect(wanted).toEqual(expect.arrayContaining(['camera=(self)', 'serial=(self)', 'hid=(self)', 'microphone=()']));
      expect(wanted.filter((each) => each.includes('(self)'))).toHaveLength(3);
      expect(wanted.join()).not.toContain('*');
    }
  });
});

/** Ways out of a folder: plain, encoded once and twice, overlong, Windows, mixed. Multiplied over depths and targets. */
function traversals(): readonly string[] {
  const ups = [
    '../',
    '..%2f',
    '%2e%2e/',
    '%2e%2e%2f',
    '..\\',
    '..%5c',
    '%2e%2e%5c',
    '..;/',
    '.../...//',
    '..%00/',
    '%c0%ae%c0%ae/',
    '..%252f',
  ];
  const targets = ['secret.txt', 'etc/passwd', 'C:/Windows/win.ini', 'secret.txt%00.html'];
  const plain = ups.flatMap((up) =>
    [1, 2, 4, 8].flatMap((depth) => targets.map((target) => `/${up.repeat(depth)}${target}`)),
  );
  return [
    ...plain,
    '//etc/passwd',
    '/C:/secret.txt',
    '/assets/../../secret.txt',
    '/%',
    '/\\\\host\\share',
    '/page/../..',
    '/assets/..;/../secret.txt',
    '/.',
  ];
}

describe('leaving the page folder', () => {
  it(`is refused for ${traversals().length} spellings`, async () => {
    const { root } = setup();
    for (const path of traversals()) {
      const file = resolvePagePath(`${root}/page`, path);
      expect(file === null || file.startsWith(`${root}/page/`), path).toBe(true);
    }
  });

  it('never hands out what lies beside the folder', async () => {
    const { get } = setup();
    for (const path of traversals()) {
      const response = await get(path);
      expect(await response.text(), path).not.toContain('example-secret');
    }
  });
});

describe('files by id', () => {
  it('takes a file and answers with its id', async () => {
    const { get, files } = setup();
    const response = await get(...upload('订单 1.csv', 'a,b'));
    expect(response.status).toBe(201);
    const { id } = (await response.json()) as { id: string };
    expect(files.get(id)).toMatchObject({ name: '订单 1.csv' });
    expect(Buffer.from(files.get(id)?.bytes ?? []).toString()).toBe('a,b');
  });

  it('refuses a file over the limit, declared or streamed, and keeps nothing of it', async () => {
    const { get, files } = setup();
    const before = files.names().length;
    const declared = await get(
      ...upload('big.csv', 'x', { 'x-dispatch-desk': '1', 'content-length': String(2 ** 30) }),
    );
    expect(declared.status).toBe(413);
    expect(await declared.json()).toEqual({ error: { code: 'file-too-large', megabytes: 64 } });
    const chunk = new Uint8Array(1024 * 1024);
    let sent = 0;
    const endless = new ReadableStream({
      pull: (controller) => {
        sent += 1;
        controller.enqueue(chunk);
      },
    });
    expect((await get(...upload('big.csv', endless))).status).toBe(413);
    expect(sent).toBeLessThan(70);
    expect(files.names()).toHaveLength(before);
  });

  it('refuses an upload without our header or without a name', async () => {
    const { get } = setup();
    expect((await get(...upload('a.csv', 'x', {}))).status).toBe(403);
    expect((await get(...upload('', 'x'))).status).toBe(400);
  });

  it('shows a document without letting it run, fetch or be framed', async () => {
    const response = await setup().get('/files/sheet');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe(
      "inline; filename*=UTF-8''%E7%BB%83%E4%B9%A0%E5%8D%95.html",
    );
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain('sandbox allow-modals');
    expect(policy).not.toMatch(/script-src|connect-src|https:/);
  });

  it('hands everything a browser should not show over as a download', async () => {
    const { get } = setup();
    expect((await get('/files/odd')).headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''a%22b.csv");
    expect((await get('/files/script')).headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('says in a problem that an id is unknown', async () => {
    const response = await setup().get('/files/none');
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: { code: 'file-not-found', id: 'none' } });
  });
});
