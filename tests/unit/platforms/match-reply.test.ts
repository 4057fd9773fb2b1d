import { describe, expect, test } from 'vitest';
import { allEntries } from '../../../shared/domain/platforms/catalogue.ts';
import { matchReplies, matchReply } from '../../../shared/domain/platforms/match-reply.ts';
import { ownWords } from '../../../shared/domain/platforms/own-words.ts';
import { PlatformIdSchema } from '../../../shared/domain/platforms/platform-id.ts';

const found = (text: string): readonly string[] =>
  matchReplies(text).map((entry) => `${entry.platform} ${entry.key ?? entry.code}`);

describe('a pasted answer', () => {
  test.each([
    ['{"errcode":606005,"errmsg":"waybill_id不合法 rid: 6571a2b3-0a1b2c3d-1e2f3a4b"}', 'wechat-channels 606005'],
    ['错误码：６０６００５，waybill_id不合法', 'wechat-channels 606005'],
    ['606005', 'wechat-channels 606005'],
    ['发货失败 268545009，请稍后再试', 'wechat-channels 268545009'],
    ['{"errcode":800001,"errmsg":"all items of the same sku must be sent in one package"}', 'wechat-mini-shop 800001'],
    ['606041 修改物流次数已达上限', 'wechat-dropship 606041'],
    ['{"code":1,"msg":"60018:快递单号不符合规则"}', 'douyin-fengchao 60018'],
    ['isv.business-failed:70023', 'douyin-fengchao 70023'],
    ['存在处理中流程，请勿同时重复请求', 'douyin-fengchao text:in-process'],
    ['{"code":1001,"message":"签名错误","data":[]}', 'douyin-fengchao gateway:signature'],
    ['{"code":614,"msg":"运单号被识别为假,无法发货"}', 'vv-tool 614:waybill-fake'],
    ['您填写的运单号已被使用，不允许用此物流运单号发货', 'vv-tool 614:waybill-used'],
    ['{"code":204,"msg":"请求异常:API调用次数不足"}', 'vv-tool 204:quota'],
    ['HTTP-403', 'wechat-channels http-403'],
  ])('%s finds %s', (text, wanted) => {
    expect(found(text)).toContain(wanted);
  });

  test('with an undocumented code finds nothing, whatever else stands in it', () => {
    expect(found('{"errcode":9909001,"errmsg":"order 606005 repeated"}')).toEqual([]);
    expect(found('今天发了 120 箱')).toEqual([]);
    expect(found('')).toEqual([]);
  });

  test('that names a code belongs to that code, not to a number in its sentence', () => {
    expect(matchReply('wechat-channels', '{"errcode":109001,"errmsg":"606005 ok"}')?.code).toBe('109001');
  });
});

test('every entry is found by the code the outbox shows for it', () => {
  for (const entry of allEntries) expect(matchReply(entry.platform, entry.key ?? entry.code)).toBe(entry);
});

test('every text of a page finds its own entry, on its own platform', () => {
  const told = allEntries.filter((entry) => entry.phrase !== undefined && ownWords(entry) !== '');
  expect(told.length).toBeGreaterThan(50);
  for (const entry of told) expect(matchReply(entry.platform, ownWords(entry)), ownWords(entry)).toBe(entry);
});

test('one platform’s codes are not another’s', () => {
  expect(matchReply('wechat-mini-shop', '606005')).toBeNull();
  expect(PlatformIdSchema.options.filter((platform) => matchReply(platform, '109001') !== null)).toEqual([
    'wechat-channels',
    'wechat-mini-shop',
    'wechat-dropship',
  ]);
});
