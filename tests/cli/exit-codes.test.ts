import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/services/db/open.ts';
import { type CliSetup, commandLine, fileBeside, newDataDir, setup, spawnedCommandLine } from './command-line.ts';

describe('what the command line says and ends with', () => {
  it('explains itself and ends with 2 when it is written wrongly', async () => {
    const cli = commandLine(newDataDir());
    for (const args of [
      [],
      ['shop', 'list'],
      ['shops', 'add'],
      ['carriers', 'list'],
      ['outbox', 'list', '--state', 'gone'],
      ['outbox', 'resolve', 'op-1', '--as', 'maybe', '--reason', 'x'],
      ['outbox', 'drain', '--timeout-s', 'soon'],
      ['shops', 'list', '--shop', 'x'],
      ['shops', 'list', '--verbose'],
    ]) {
      const ended = await cli(...args);
      expect([args.join(' '), ended.code, ended.out]).toEqual([args.join(' '), 2, '']);
      expect(ended.complaint).not.toBe('');
    }
    const help = await cli('--help');
    expect([help.code, help.out]).toEqual([0, expect.stringContaining('outbox drain [--until-idle] [--timeout-s N]')]);
  });

  const JSON_LINES = (dataDir: string): readonly (readonly string[])[] => [
    ['shops', 'list'],
    ['outbox', 'list'],
    ['outbox', 'drain', '--until-idle'],
    ['verify'],
    ['settings', 'set', 'ui.language', 'en'],
    ['backup', join(dataDir, '..', 'copy.db')],
    ['shops', 'test', 'nobody'],
    ['orders', 'show', '--shop', 'nobody', '1'],
    ['outbox', 'show', 'op-1'],
    ['orders', 'import', '/no/such/file.csv'],
    ['nonsense'],
    ['--help'],
  ];

  it('prints exactly one JSON value with --json, whatever happens', async () => {
    const dataDir = newDataDir();
    const cli = commandLine(dataDir);
    for (const args of JSON_LINES(dataDir)) {
      const ended = await cli('--json', ...args);
      expect(() => ended.json(), args.join(' ')).not.toThrow();
      expect(ended.out.endsWith('\n')).toBe(true);
    }
    const unknown = await cli('--json', 'shops', 'test', 'nobody');
    expect([unknown.code, unknown.json()]).toMatchObject([1, { error: { code: 'shop-not-found', shop: 'nobody' } }]);
  });

  it('does the same as a process: nothing else on stdout, sentences on stderr, the exit code', async () => {
    const cli = spawnedCommandLine(newDataDir());
    const listed = await cli('--json', 'shops', 'list');
    expect([listed.code, listed.json(), listed.complaint]).toEqual([0, [], '']);
    const unknown = await cli('--json', 'shops', 'test', 'nobody');
    expect([unknown.code, unknown.json()]).toMatchObject([1, { error: { code: 'shop-not-found' } }]);
    expect(unknown.complaint).toContain('nobody');
    const wrong = await cli('nonsense');
    expect([wrong.code, wrong.out]).toEqual([2, '']);
  });

  it('speaks the language that was chosen in the app, else the terminal’s', async () => {
    const dataDir = newDataDir();
    expect((await commandLine(dataDir, { LANG: 'zh_CN.UTF-8' })('shops', 'list')).out).toBe('（没有）\n');
    expect((await commandLine(dataDir, { LANG: 'en_GB.UTF-8' })('shops', 'list')).out).toBe('(none)\n');
    await commandLine(dataDir)('settings', 'set', 'ui.languageChosen', 'true');
    expect((await commandLine(dataDir, { LANG: 'en_GB.UTF-8' })('shops', 'list')).out).toBe('（没有）\n');
  });

  it('ends with 3 while another process has the folder', async () => {
    const dataDir = newDataDir();
    const held = openDatabase({ dataDir, nowMs: 0 });
    if (!held.ok) throw new Error(held.error.code);
    const cli = commandLine(dataDir);
    const ended = await cli('--json', 'shops', 'list');
    expect([ended.code, ended.json()]).toMatchObject([3, { error: { code: 'data-folder-in-use' } }]);
    expect((await cli('restore', fileBeside(dataDir, 'x.db', 'x'))).code).toBe(3);
    held.value.database.close();
    expect((await cli('shops', 'list')).code).toBe(0);
  });

  it('recovers damaged data and says so until it is acknowledged; says in one sentence that a folder cannot be written', async () => {
    const dataDir = newDataDir();
    const cli = commandLine(dataDir);
    await cli('shops', 'list');
    writeFileSync(join(dataDir, 'dispatch-desk.db'), 'this is no database at all, whatever its name says');
    const recovered = await cli('shops', 'list');
    expect([recovered.code, recovered.complaint]).toEqual([0, expect.stringContaining(join(dataDir, 'damaged'))]);
    expect((await cli('recovery', 'ack')).code).toBe(0);
    expect((await cli('shops', 'list')).complaint).toBe('');
    const unwritable = await commandLine('/dev/null/data')('shops', 'list');
    expect([unwritable.code, unwritable.complaint.split('\n').filter(Boolean).length]).toEqual([1, 2]);
  });

  it('says which column a file lacks, which setting there is not, and which file is missing', async () => {
    const dataDir = newDataDir();
    const cli = commandLine(dataDir);
    const columns = await cli('orders', 'import', fileBeside(dataDir, 'a.csv', 'a,b\n1,2\n'));
    expect([columns.code, columns.complaint]).toEqual([1, expect.stringMatching(/order_id 订单号[\s\S]*a, b/)]);
    const setting = await cli('settings', 'set', 'outbox.speed', '1');
    expect([setting.code, setting.complaint]).toEqual([2, expect.stringContaining('outbox.speed')]);
    const range = await cli('settings', 'set', 'outbox.callTimeoutMs', '1');
    expect([range.code, range.complaint]).toEqual([2, expect.stringContaining('50')]);
    const missing = await cli('shipments', 'import', '/no/such/file.csv');
    expect([missing.code, missing.complaint]).toEqual([2, expect.stringContaining('/no/such/file.csv')]);
  });
});

describe('shop files and connections', () => {
  let running: CliSetup;
  afterEach(() => running.stop());

  it('refuses unknown keys, missing fields and broken JSON by name, never by value', async () => {
    const { cli, dataDir, shopJson } = (running = await setup());
    const secret = shopJson.credentials.appSecret;
    for (const [content, named] of [
      [{ ...shopJson, secret: 'example-secret' }, 'secret'],
      [{ ...shopJson, name: undefined }, 'name'],
      [{ ...shopJson, platform: 'taobao' }, 'platform'],
      ['{"name": ', 'JSON'],
    ] as const) {
      const ended = await cli('shops', 'add', fileBeside(dataDir, 'wrong.json', content));
      expect([ended.code, ended.complaint]).toEqual([2, expect.stringContaining(named)]);
      expect(ended.out + ended.complaint).not.toContain(secret);
    }
    const credentials = { ...shopJson.credentials, token: 'example-secret' };
    const extra = await cli('shops', 'add', fileBeside(dataDir, 'extra.json', { ...shopJson, credentials }));
    expect([extra.code, extra.complaint]).toEqual([1, expect.stringContaining('token')]);
    expect((await cli('--json', 'shops', 'list')).json()).toEqual([]);
  });

  it('tells a wrong secret and a wrong clock apart, each with what to do', async () => {
    const { cli, dataDir, desk, shopJson } = (running = await setup());
    const wrong = {
      ...shopJson,
      name: 'Wrong',
      credentials: { ...shopJson.credentials, appSecret: 'example-secret-wrong' },
    };
    await cli('shops', 'add', fileBeside(dataDir, 'wrong.json', wrong));
    const refused = await cli('--json', 'shops', 'test', 'Wrong');
    expect([refused.code, refused.json()]).toMatchObject([
      1,
      { error: { code: 'connection-failed', step: 'credentials', remedy: expect.stringMatching(/secret/i) as string } },
    ]);
    await cli('shops', 'add', running.shopFile);
    await desk.setFault({ mode: 'wrong-clock', delayMs: 600_000 });
    const skewed = await cli('--json', 'shops', 'test', 'Qinghe');
    expect(skewed.code).toBe(1);
    expect(Math.abs(skewed.json<{ clockSkewSeconds: number }>().clockSkewSeconds)).toBeGreaterThan(590);
    expect(skewed.json<{ remedy: string }>().remedy).toMatch(/time/);
  });

  it('lists, removes and forgets a shop', async () => {
    const { cli, shopFile } = (running = await setup());
    await cli('shops', 'add', shopFile);
    const again = await cli('--json', 'shops', 'add', shopFile);
    expect([again.code, again.json()]).toMatchObject([1, { error: { code: 'shop-name-taken' } }]);
    expect((await cli('--json', 'carriers', 'list', '--shop', 'Qinghe')).json<{ code: string }[]>()).toContainEqual({
      code: 'ZTO',
      name: '中通快递',
    });
    expect((await cli('shops', 'remove', 'Qinghe')).code).toBe(0);
    expect((await cli('--json', 'shops', 'list')).json()).toEqual([]);
  });
});
