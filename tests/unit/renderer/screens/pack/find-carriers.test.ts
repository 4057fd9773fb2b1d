import { expect, it } from 'vitest';
import { findCarriers, foldWord } from '../../../../../renderer/screens/pack/find-carriers.ts';
import { carrierWords } from '../../../../../shared/domain/carriers/carrier-table.ts';

const list = [
  { code: 'ZTO', name: '中通快递' },
  { code: 'ZTOKY', name: '中通快运' },
  { code: 'CQKD', name: '重庆快递' },
  { code: 'YUNDA', name: '韵达快递' },
].map((carrier) => ({
  carrier,
  words: carrierWords(carrier).map(foldWord),
}));
const codes = (text: string): readonly string[] => findCarriers(text, list).map(({ code }) => code);

it.each([
  ['中通', ['ZTO', 'ZTOKY']],
  ['ztoky', ['ZTOKY']],
  ['ZTO', ['ZTO', 'ZTOKY']],
  ['zhongtong', ['ZTO', 'ZTOKY']],
  ['cq', ['CQKD']],
  ['快递', ['ZTO', 'CQKD', 'YUNDA']],
  ['ＹＵＮ', ['YUNDA', 'ZTOKY']],
  ['顺丰', []],
])('finds a carrier by its own or its company’s names and codes: %s', (text, found) => {
  expect(codes(text)).toEqual(found);
});

it.each([
  ['sf', '顺丰速运', 'shunfeng'],
  ['zto', '中通快递', 'zhongtong'],
  ['zt', '中通快递', 'zhongtong'],
  ['yd', '韵达快递', 'yunda'],
  ['jt', '极兔速递', 'jtexpress'],
  ['dbl', '德邦快递', 'debangkuaidi'],
  ['ems', '中国邮政', 'youzhengguonei'],
  ['yz', '中国邮政', 'youzhengguonei'],
])('finds a company by the initials people type, whatever code the list has: %s', (typed, name, code) => {
  const carrier = { code, name };
  expect(findCarriers(typed, [{ carrier, words: carrierWords(carrier).map(foldWord) }])).toEqual([carrier]);
});

it('finds everything where nothing is typed', () => {
  expect(codes('  ')).toHaveLength(4);
});
