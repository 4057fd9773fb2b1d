import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandLine, newDataDir } from './command-line.ts';

const run = (...args: string[]) => commandLine(newDataDir())('explain', ...args);

describe('explaining what a platform said', () => {
  it('tells a code’s meaning, who acts, what to do and what becomes of the box', async () => {
    const { code, out } = await run('wechat-channels', '606005');
    expect(code).toBe(0);
    for (const part of ['606005', 'does not accept this waybill', 'Packer', 'needs a new waybill', 'waybill_id不合法'])
      expect(out).toContain(part);
  });

  it('finds a whole pasted answer, and speaks the language that is asked for', async () => {
    const told = await run('vv-tool', '{"code":614,"msg":"运单号被识别为假,无法发货"}', '--lang', 'zh', '--json');
    expect(told.json()).toMatchObject({
      known: true,
      platform: 'vv-tool',
      code: '614:waybill-fake',
      class: 'refused',
      box: 'relabel',
      meaning: '快递单号被平台判为假单号',
    });
  });

  it('says of an undocumented code that it is looked up and never resent blindly', async () => {
    const told = await run('wechat-channels', '9909001');
    expect(told.code).toBe(0);
    expect(told.out).toContain('Undocumented code 9909001');
    expect(told.out).toContain('never resent blindly');
    expect((await run('wechat-channels', '9909001', '--json')).json()).toMatchObject({ known: false, code: '9909001' });
  });

  it.each([
    ['a platform nobody knows', ['shopify', '1']],
    ['a language nobody knows', ['vv-tool', '100', '--lang', 'fr']],
  ])('refuses %s as a wrong command', async (_what, args) => {
    expect((await run(...args)).code).toBe(2);
  });

  it('opens nothing: it works beside a running desk and leaves no data folder behind', async () => {
    const dataDir = newDataDir();
    await commandLine(dataDir)('explain', 'vv-tool', '100');
    expect(existsSync(dataDir)).toBe(false);
  });
});
