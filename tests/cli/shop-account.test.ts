import { afterEach, beforeEach, expect, it } from 'vitest';
import { changeVvDesk } from '../platforms/vv-tool-desk.ts';
import { startTraining, type Training } from '../support/training.ts';
import { commandLine, fileBeside, newDataDir } from './command-line.ts';

let training: Training;
let cli: ReturnType<typeof commandLine>;
beforeEach(async () => {
  training = await startTraining({ orders: 0 });
  const dataDir = newDataDir();
  cli = commandLine(dataDir);
  for (const { key, platform, baseUrl, credentials } of await training.desk.shops())
    if (key === 'taobao' || key === 'douyin')
      await cli('shops', 'add', fileBeside(dataDir, `${key}.json`, { name: key, platform, baseUrl, credentials }));
});
afterEach(() => training.stop());

it('says whether the owner has authorised a shop, and prints the link where not', async () => {
  await changeVvDesk(training.adminUrl, { authorised: false });
  const before = await cli('shops', 'authorise', 'taobao');
  expect(before.code).toBe(1);
  expect(before.out).toMatch(/is not authorised yet[^\n]*\nhttps?:\/\/\S+\n$/);
  expect((await cli('--json', 'shops', 'list')).json()).toMatchObject([{ gate: 'permission' }, {}]);
  await changeVvDesk(training.adminUrl, { authorised: true });
  const after = await cli('shops', 'authorise', 'taobao');
  expect([after.code, after.out]).toEqual([0, expect.stringContaining('is authorised')]);
  expect((await cli('--json', 'shops', 'list')).json()).toMatchObject([{ gate: null }, {}]);
});

it('sets a daily limit in yuan, takes it away, and agrees to spend on today', async () => {
  const limited = await cli('--json', 'shops', 'spend-limit', 'taobao', '12.50');
  expect(limited.json()).toMatchObject({ spending: { limitPoints: 1_250, agreed: false } });
  const agreed = await cli('--json', 'shops', 'agree-to-spend', 'taobao');
  expect(agreed.json()).toMatchObject({ spending: { agreed: true } });
  const free = await cli('--json', 'shops', 'spend-limit', 'taobao', 'none');
  expect(free.json()).toMatchObject({ spending: { limitPoints: null } });
  for (const wrong of ['0', '0.00', '-1', '1.234', 'much']) {
    const ended = await cli('shops', 'spend-limit', 'taobao', wrong);
    expect([wrong, ended.code, ended.out]).toEqual([wrong, 2, '']);
  }
});

it('switches plain http on and off, and only for a platform that has nothing else', async () => {
  expect((await cli('--json', 'shops', 'plain-http', 'taobao', 'on')).json()).toMatchObject({ plainHttp: true });
  const off = await cli('shops', 'plain-http', 'taobao', 'off');
  expect([off.code, off.out]).toEqual([0, expect.stringContaining('no unencrypted connection')]);
  const refused = await cli('--json', 'shops', 'plain-http', 'douyin', 'on');
  expect([refused.code, refused.json()]).toMatchObject([1, { error: { code: 'plain-http-not-offered' } }]);
  expect((await cli('shops', 'plain-http', 'taobao', 'yes')).code).toBe(2);
});
