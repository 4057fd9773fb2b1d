import { expect, test } from 'vitest';
import { allEntries } from '../../../shared/domain/platforms/catalogue.ts';
import {
  type EntryQuestion,
  searchEntries,
  undocumentedCode,
} from '../../../shared/domain/platforms/search-entries.ts';

const keys = (question: EntryQuestion): readonly string[] =>
  searchEntries(question).map((entry) => `${entry.platform} ${entry.key ?? entry.code}`);

test('nothing asked shows everything, platform after platform', () => {
  expect(searchEntries({ text: '  ' })).toEqual(allEntries);
});

test('a part of a sentence, of a remedy or of the platform’s words is found, in either language', () => {
  expect(keys({ text: '退货地址' })).toContain('wechat-channels 606003');
  expect(keys({ text: 'return address' })).toContain('wechat-channels 606003');
  expect(keys({ text: 'default RETURN' })).toContain('wechat-channels 606003');
  expect(keys({ text: '正则表达式' })).toEqual(['wechat-channels 6060479']);
  expect(keys({ text: '没有用户ID' })).toContain('vv-tool 614:no-user');
});

test('the first digits of a code bring those codes first; full-width digits are digits', () => {
  expect(keys({ text: '2685450' }).slice(0, 16)).toHaveLength(16);
  expect(keys({ text: '２６８５４５００９' })).toEqual(['wechat-channels 268545009']);
  expect(keys({ text: '6060' })[0]).toMatch(/ 6060/);
});

test('what a pasted answer stands for comes first', () => {
  expect(keys({ text: '{"errcode":606005,"errmsg":"waybill_id不合法 rid: 65"}' })[0]).toBe('wechat-channels 606005');
  expect(keys({ text: '{"code":614,"msg":"运单号为空"}' })[0]).toBe('vv-tool 614:waybill-missing');
});

test('filters narrow what is found', () => {
  const question: EntryQuestion = { text: '', platform: 'vv-tool', kind: 'refused', actor: 'packer', box: 'relabel' };
  const narrowed = searchEntries(question);
  expect(narrowed.length).toBeGreaterThan(0);
  for (const { platform, replyClass, actor, box } of narrowed)
    expect([platform, replyClass.kind, actor, box]).toEqual(['vv-tool', 'refused', 'packer', 'relabel']);
  expect(keys({ text: '606005', platform: 'vv-tool' })).toEqual([]);
});

test('a code nobody has documented is named as such, and only that', () => {
  expect(undocumentedCode({ text: '{"errcode":9909001,"errmsg":"x"}' })).toBe('9909001');
  expect(undocumentedCode({ text: '9909001' })).toBe('9909001');
  expect(undocumentedCode({ text: '606005' })).toBeNull();
  expect(undocumentedCode({ text: '606005', platform: 'vv-tool' })).toBe('606005');
  expect(undocumentedCode({ text: '运单号' })).toBeNull();
  expect(undocumentedCode({ text: '{"errcode":0,"errmsg":"ok"}' })).toBeNull();
});
