import { expect, test } from 'vitest';
import { entriesOf } from '../../../../shared/domain/platforms/catalogue.ts';
import { PlatformIdSchema } from '../../../../shared/domain/platforms/platform-id.ts';

const PLATFORMS = PlatformIdSchema.options;
const HAN = /[一-鿿]/;

test.each(PLATFORMS)('each sentence about %s is short, says what to do, and exists in Chinese and English', (id) => {
  expect(entriesOf(id)).not.toEqual([]);
  for (const { code, key = code, zh, en } of entriesOf(id)) {
    const where = `${key} ${zh.meaning}`;
    expect([...zh.meaning].length, where).toBeLessThanOrEqual(40);
    expect([...zh.remedy].length, where).toBeLessThanOrEqual(40);
    expect(en.meaning.length, where).toBeLessThanOrEqual(110);
    expect(en.remedy.length, where).toBeLessThanOrEqual(130);
    expect(zh.meaning, where).toMatch(HAN);
    expect(en.meaning + en.remedy, where).not.toMatch(HAN);
    expect(zh.remedy, where).toMatch(/。$/);
    expect(en.remedy, where).toMatch(/\.$/);
  }
});

test.each(PLATFORMS)('a box that %s holds back is never told to leave', (id) => {
  const leaves = entriesOf(id).filter(({ box }) => box === 'ship');
  const held = entriesOf(id).filter(({ replyClass }) => replyClass.kind === 'business');
  // What goes out again by itself, and nothing else.
  expect(leaves.filter(({ replyClass: { kind } }) => kind !== 'retry' && kind !== 'token')).toEqual([]);
  expect(held.filter(({ box }) => box !== 'keep')).toEqual([]);
});
