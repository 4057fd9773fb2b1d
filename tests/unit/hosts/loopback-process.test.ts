import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { LAUNCH_LINK, startHostProcess } from '../../support/host-process.ts';
import { temporaryFolder } from '../../support/hosts.ts';
import { enter, pageHeaders, sendRaw } from '../../support/loopback-client.ts';

const call = async (origin: string, cookie: string, name: string) => {
  const body = JSON.stringify({ name, input: {} });
  return JSON.parse(
    (await sendRaw(origin, '/call', { method: 'POST', headers: pageHeaders(origin, cookie), body })).body,
  ) as unknown;
};

/** A program that stands where the browser would: it gets the same arguments. */
function browser(source: string): string {
  const file = join(temporaryFolder(), 'browser.mjs');
  writeFileSync(
    file,
    `#!${process.execPath}\nconst url = process.argv.find((a) => a.startsWith('--app=')).slice(6);\n${source}`,
  );
  chmodSync(file, 0o700);
  return file;
}

describe('the loopback host as a process', () => {
  it('prints a link that leads to the app, and ends cleanly when asked', async () => {
    const dataDir = join(temporaryFolder(), 'data');
    const host = startHostProcess(['--data', dataDir, '--no-open']);
    const link = await host.says(LAUNCH_LINK);
    expect(host.out()).toMatch(/发货台已就绪.*Dispatch Desk is ready/);
    const cookie = await enter(link);
    expect(await call(new URL(link).origin, cookie, 'system.info')).toMatchObject({
      ok: true,
      value: { features: { host: 'loopback' } },
    });
    host.child.kill('SIGTERM');
    expect(await host.ended).toBe(0);
    expect(host.err()).toBe('');
    await expect(sendRaw(new URL(link).origin, '/')).rejects.toThrow();
    for (const file of ['vault.key', 'logs/desk.log'])
      if (existsSync(join(dataDir, file))) expect(statSync(join(dataDir, file)).mode & 0o777, file).toBe(0o600);
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    expect(existsSync(join(dataDir, 'vault.key'))).toBe(true);
    const again = startHostProcess(['--data', dataDir, '--no-open']);
    await again.says(LAUNCH_LINK);
  });

  it('stops with a sentence and exit code 3 where the folder is in use, and leaves the first alone', async () => {
    const dataDir = temporaryFolder();
    const first = startHostProcess(['--data', dataDir, '--no-open']);
    const link = await first.says(LAUNCH_LINK);
    const second = startHostProcess(['--data', dataDir, '--no-open']);
    expect(await second.ended).toBe(3);
    expect(second.err()).toContain(dataDir);
    expect(second.err()).toMatch(/[\u4e00-\u9fff].*\n.*[a-z]{4}/);
    expect(second.out()).toBe('');
    expect(await call(new URL(link).origin, await enter(link), 'system.info')).toMatchObject({ ok: true });
  });

  it('refuses arguments it does not know, and a folder it cannot write', async () => {
    const odd = startHostProcess(['--host', '0.0.0.0']);
    expect([await odd.ended, odd.out()]).toEqual([2, '']);
    expect(odd.err()).toMatch(/参数.*--data/);
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, 'x');
    const blocked = startHostProcess(['--data', join(file, 'below'), '--no-open']);
    expect(await blocked.ended).toBe(1);
    expect(blocked.err()).toMatch(/数据文件夹不能写入[\s\S]*below/);
  });

  it('says that a port is taken', async () => {
    const first = startHostProcess(['--data', temporaryFolder(), '--no-open']);
    const { port } = new URL(await first.says(LAUNCH_LINK));
    const second = startHostProcess(['--data', temporaryFolder(), '--no-open', '--port', port]);
    expect(await second.ended).toBe(1);
    expect(second.err()).toContain(port);
  });

  it('opens the browser it is given as an app window, and ends when that window is closed', async () => {
    const dataDir = temporaryFolder();
    const seen = join(temporaryFolder(), 'seen');
    const visit = `import { writeFileSync } from 'node:fs';
      const answer = await fetch(url, { redirect: 'manual' });
      writeFileSync(${JSON.stringify(seen)}, JSON.stringify({ status: answer.status, args: process.argv.slice(2) }));`;
    const host = startHostProcess(['--data', dataDir], { DISPATCH_DESK_BROWSER: browser(visit) });
    expect(await host.ended).toBe(0);
    expect(host.out()).toContain('Dispatch Desk is ready and its window is open');
    expect(host.out()).not.toMatch(LAUNCH_LINK);
    const { status, args } = JSON.parse(readFileSync(seen, 'utf8')) as { status: number; args: string[] };
    expect(status).toBe(303);
    expect(args).toContain(`--user-data-dir=${join(dataDir, 'browser')}`);
  });

  it('prints the link when the browser brings no window up, and goes on', async () => {
    const host = startHostProcess(['--data', temporaryFolder()], { DISPATCH_DESK_BROWSER: browser('process.exit(1)') });
    const link = await host.says(LAUNCH_LINK);
    expect(host.out()).toContain('没能打开');
    expect(await call(new URL(link).origin, await enter(link), 'system.info')).toMatchObject({ ok: true });
    host.child.kill('SIGINT');
    expect(await host.ended).toBe(0);
  });

  it('closes the browser when it is asked to end', async () => {
    const gone = join(temporaryFolder(), 'gone');
    const stay = `import { writeFileSync } from 'node:fs';
      await fetch(url, { redirect: 'manual' });
      process.on('SIGTERM', () => { writeFileSync(${JSON.stringify(gone)}, 'x'); process.exit(0); });
      console.log; setInterval(() => {}, 1000);`;
    const host = startHostProcess(['--data', temporaryFolder()], { DISPATCH_DESK_BROWSER: browser(stay) });
    await host.says(/window is open/);
    await new Promise((resolve) => setTimeout(resolve, 400));
    host.child.kill('SIGTERM');
    expect(await host.ended).toBe(0);
    for (let tries = 0; !existsSync(gone) && tries < 100; tries += 1)
      await new Promise((resolve) => setTimeout(resolve, 20));
    expect(existsSync(gone)).toBe(true);
  });
});
