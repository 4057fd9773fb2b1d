import { describe, expect, it } from 'vitest';
import { collectDiagnostics } from '../../../electron/services/care/diagnostics.ts';
import { LOST_REQUEST } from '../../outbox/fake-platform.ts';
import { openDesk } from '../../outbox/outbox-desk.ts';
import { openTestBackend } from '../../support/backend.ts';

const ADMIN = { role: 'admin', operator: 'canary-person' } as const;

describe('The diagnostics bundle', () => {
  it('holds attempts by their codes, and no order, waybill, shop or platform’s words', async () => {
    const desk = openDesk();
    desk.fake.script(LOST_REQUEST);
    desk.outbox.start();
    const id = desk.save('3705115058471208928', 'ZT9988776655');
    await desk.clock.pass(1_000);
    const files = collectDiagnostics({
      database: desk.database,
      dataDir: desk.dataDir,
      facts: { app: { version: '1' } },
    });
    const all = files.map(({ text }) => text).join('\n');
    expect(files.map(({ name }) => name)).toEqual([
      'machine.json',
      'app.json',
      'attempts.json',
      'gates.json',
      'desk.log',
    ]);
    expect(all).toContain(id);
    for (const canary of ['3705115058471208928', 'ZT9988776655', 'Name of shop-1', '中通快递'])
      expect(all).not.toContain(canary);
  });

  it('names nobody and no credential of a shop', async () => {
    const { backend } = await openTestBackend();
    const ask = (name: string, input: unknown) => backend.call({ name, input }, ADMIN);
    await ask('settings.set', { key: 'operator.name', value: 'canary-person' });
    const added = await ask('shops.add', {
      name: 'canary-shop',
      platform: 'wechat-channels',
      credentials: { appId: 'wxcanary00000001', appSecret: 'canary-example-secret' },
    });
    expect(added.ok).toBe(true);
    const answer = await ask('care.diagnostics', {});
    expect(answer.ok).toBe(true);
    expect(JSON.stringify(answer)).not.toMatch(/canary/);
  });
});
