import { describe, expect, test } from 'vitest';
import { OpStateSchema } from '../../../shared/domain/op.ts';
import { LOCAL_CODES } from '../../../shared/domain/outbox-reason.ts';
import { entriesOf } from '../../../shared/domain/platforms/catalogue.ts';
import { type ExplainableOp, explainOp } from '../../../shared/messages/explain-op.ts';

const op = (over: Partial<ExplainableOp> = {}): ExplainableOp => ({
  platform: 'wechat-channels',
  state: 'rejected',
  code: null,
  platformMessage: '',
  holdKind: null,
  ...over,
});
const CHINESE = /[\u4e00-\u9fff]/;

describe('explaining an outbox row', () => {
  test('every state with every code of ours has a sentence and a remedy in both languages', () => {
    for (const state of OpStateSchema.options)
      for (const code of [null, ...LOCAL_CODES]) {
        const zh = explainOp(op({ state, code }), 'zh-CN');
        const en = explainOp(op({ state, code }), 'en');
        expect(zh.message, `${state} ${code}`).toMatch(CHINESE);
        expect(zh.remedy, `${state} ${code}`).toMatch(CHINESE);
        expect(en.message, `${state} ${code}`).not.toMatch(CHINESE);
        expect(en.remedy.length, `${state} ${code}`).toBeGreaterThan(5);
        expect({ actor: en.actor, box: en.box }).toEqual({ actor: zh.actor, box: zh.box });
      }
  });

  test('a refused shipment is told in the words of the platform’s catalogue', () => {
    const [entry] = entriesOf('wechat-channels').filter(({ code }) => code === '100002');
    const told = explainOp(op({ code: '100002' }), 'en');
    expect(told).toEqual({
      message: entry?.en.meaning,
      remedy: entry?.en.remedy,
      actor: entry?.actor,
      box: entry?.box,
    });
  });

  test.each([null, '-1', '100002', 'local:timeout', 'local:crashed', 'no-such-code'])(
    'with an unknown outcome and the code %s the platform may already have it, and nobody is told to send again',
    (code) => {
      const zh = explainOp(op({ state: 'in_doubt', code }), 'zh-CN');
      const en = explainOp(op({ state: 'in_doubt', code }), 'en');
      expect(zh.message).toContain('平台可能已收到，正在核实，不要重复发');
      expect(zh.message).not.toContain('失败');
      expect(zh.remedy).toContain('不要重发');
      expect(en.message).toContain('The platform may already have it.');
      expect(en.message.toLowerCase()).not.toContain('failed');
      expect(en.remedy).toContain('Do not send it again');
    },
  );

  test('an undocumented code is shown with the platform’s own words, never guessed at', () => {
    const told = explainOp(op({ code: '9909001', platformMessage: '奇怪的错误' }), 'zh-CN');
    expect(told.message).toBe('平台给了一个没有公布的代码 9909001：奇怪的错误');
  });

  test('a shipment held after too many tries asks for a person, and keeps the last cause in its sentence', () => {
    const told = explainOp(op({ state: 'held', holdKind: 'tries', code: 'local:unreachable' }), 'en');
    expect(told.message).toContain('could not be sent after many tries');
    expect(told.message).toContain('There is no network');
    expect(told).toMatchObject({ actor: 'lead', box: 'keep' });
  });

  test('a state that waits for a person never says that there is nothing to do', () => {
    for (const state of ['held', 'rejected', 'conflict', 'quarantined'] as const)
      for (const code of ['local:operator-not-shipped', 'local:dns', '100003'])
        expect(explainOp(op({ state, code }), 'en'), `${state} ${code}`).toMatchObject({
          remedy: expect.not.stringMatching(/^Nothing to do/),
          actor: expect.not.stringMatching(/^nobody$/),
        });
  });

  test('a confirmed shipment says so, whatever an earlier try had come to', () => {
    expect(explainOp(op({ state: 'shipped', code: 'local:timeout' }), 'en').message).toBe(
      'The platform confirmed the shipment.',
    );
  });
});
