import { expect, test } from 'vitest';
import { classify } from '../../../../electron/services/platforms/douyin-fengchao/classify.ts';
import type { WireEntry } from '../../../../electron/services/platforms/douyin-fengchao/wire.ts';
import type { SendOutcome } from '../../../../electron/services/platforms/platform.ts';
import { seededRandom, type Random } from '../../../../electron/training/core/random.ts';
import { entriesOf } from '../../../../shared/domain/platforms/catalogue.ts';
import { answered, broken } from '../vv-tool/answers.ts';

const wire = (no: number, requestId = ''): WireEntry => ({
  path: requestId === '' ? '/gateway/dd/order/logistics/add' : '/gateway/dd/order/logistics/addmultipack',
  orderId: String(6_918_490_006_302_719_314n + BigInt(no)),
  companyCode: 'zhongtong',
  waybill: String(75_531_717_195_834 + no),
  requestId,
  entry: {},
});
const echo = (entry: WireEntry, more: object = {}) => ({
  order_id: entry.orderId,
  company_code: entry.companyCode,
  logistics_code: entry.waybill,
  code: 0,
  msg: '',
  ...more,
});
const reply = (data: unknown, more: object = {}) => answered({ code: 0, message: 'ok', data, trace_id: 'T1', ...more });
const kinds = (outcomes: readonly SendOutcome[]): string[] => outcomes.map((outcome) => outcome.verdict.kind);
const one = (data: unknown, more: object = {}): SendOutcome | undefined =>
  classify(reply(data, more), [wire(0)], []).outcomes[0];

test('the page’s own sample is a success, with the trace kept', () => {
  expect(one([echo(wire(0))])).toMatchObject({ verdict: { kind: 'applied' }, code: '0', requestId: 'T1' });
});

test('each order’s own code decides, whatever the outer one says', () => {
  const asked = [wire(0), wire(1), wire(2), wire(3)];
  const [a, b, c, d] = asked as [WireEntry, WireEntry, WireEntry, WireEntry];
  const data = [
    echo(d, { code: 1, msg: '60110:订单已发货，不允许再次执行发货' }),
    echo(b, { code: 1, msg: '存在处理中流程,请勿同时重复请求' }),
    echo(a),
    echo(c, { code: 60017, msg: '物流单号不符合规则' }),
  ];
  const { outcomes, foreign } = classify(reply(data), asked, []);
  expect(kinds(outcomes)).toEqual(['applied', 'ambiguous', 'refused', 'look-first']);
  expect(outcomes.map((outcome) => outcome.code)).toEqual(['0', 'text:in-process', '60017', '60110']);
  expect(foreign).toBe(0);
});

test.each([
  ['missing', []],
  ['given twice', [echo(wire(0)), echo(wire(0))]],
  ['given twice, once refused', [echo(wire(0)), echo(wire(0), { code: 1, msg: '60017:x' })]],
  ['with another number', [echo(wire(0), { logistics_code: '75531717199999' })]],
  ['with another number beside ours', [echo(wire(0)), echo(wire(0), { logistics_code: '75531717199999' })]],
  ['with another carrier', [echo(wire(0), { company_code: 'yunda' })]],
  ['of another order', [echo(wire(1))]],
  ['without a code', [echo(wire(0), { code: undefined })]],
  ['with its code as text', [echo(wire(0), { code: '0' })]],
  ['with code null', [echo(wire(0), { code: null })]],
  ['with a broken number', [echo(wire(0), { code: 0.5 })]],
  ['not an object', ['ok']],
])('an item that is %s leaves its order in doubt', (_, data) => {
  expect(one(data)?.verdict).toEqual({ kind: 'ambiguous' });
});

test('items that belong to nothing we asked are counted, for somebody has to know', () => {
  expect(classify(reply([echo(wire(0)), echo(wire(7)), 'x']), [wire(0)], [])).toMatchObject({
    foreign: 2,
    outcomes: [{ verdict: { kind: 'applied' } }],
  });
});

test('a number in place of text, as large as 19 digits, is still our order', () => {
  const raw = `{"code":0,"message":"ok","data":[{"order_id":${wire(0).orderId},"company_code":"zhongtong","logistics_code":${wire(0).waybill},"code":0,"msg":""}]}`;
  expect(classify(answered(raw), [wire(0)], []).outcomes[0]?.verdict).toEqual({ kind: 'applied' });
});

test('a package of a split order is known again by its own mark', () => {
  const pack = wire(0, 'mark-1');
  const ask = (item: object) => classify(reply([item]), [pack], []).outcomes[0]?.verdict.kind;
  expect(ask({ order_id: pack.orderId, object_id: 'mark-1', code: 0, msg: '' })).toBe('applied');
  expect(ask({ object_id: 'mark-1', request_id: 'mark-1', code: 0 })).toBe('applied');
  expect(ask({ order_id: pack.orderId, object_id: 'mark-2', code: 0 })).toBe('ambiguous');
  expect(ask({ order_id: pack.orderId, code: 0 })).toBe('ambiguous');
  expect(ask({ order_id: wire(1).orderId, object_id: 'mark-1', code: 0 })).toBe('ambiguous');
});

test('a failure of the gateway leaves every order in doubt unless it is a listed refusal', () => {
  const asked = [wire(0), wire(1)];
  const outer = (code: unknown, message: string) =>
    classify(reply([echo(wire(0)), echo(wire(1))], { code, message }), asked, []).outcomes;
  expect(kinds(outer(500, '系统错误'))).toEqual(['ambiguous', 'ambiguous']);
  expect(kinds(outer('0', 'ok'))).toEqual(['ambiguous', 'ambiguous']);
  expect(kinds(outer(null, 'ok'))).toEqual(['ambiguous', 'ambiguous']);
  expect(outer(1005, '签名错误')[1]).toMatchObject({ verdict: { kind: 'account', cause: 'credentials' } });
  expect(outer(60110, '订单已发货')[0]).toMatchObject({ code: 'gateway:60110', verdict: { kind: 'ambiguous' } });
});

test('no usable answer: in doubt for all, and only an unmade connection proves that nothing left', () => {
  const asked = [wire(0), wire(1)];
  for (const phase of ['connected', 'body-sent', 'answered'] as const)
    expect(kinds(classify(broken({ phase }), asked, []).outcomes)).toEqual(['ambiguous', 'ambiguous']);
  expect(kinds(classify(broken({ phase: 'none', reason: 'dns' }), asked, []).outcomes)).toEqual([
    'not-sent',
    'not-sent',
  ]);
  for (const status of [204, 302, 400, 500, 502, 503])
    expect(kinds(classify({ ...reply([echo(wire(0)), echo(wire(1))]), status }, asked, []).outcomes)).toEqual([
      'ambiguous',
      'ambiguous',
    ]);
  expect(classify(answered('Too Many', { status: 429, retryAfterMs: 3_000 }), asked, []).outcomes[1]).toMatchObject({
    verdict: { kind: 'retry' },
    retryAfterMs: 3_000,
  });
  expect(classify(answered('<html>', { status: 403 }), asked, []).outcomes[0]).toMatchObject({
    verdict: { kind: 'account', cause: 'ip' },
  });
});

/** Every way an item can be answered, with the class its order must get. */
const LISTED = entriesOf('douyin-fengchao').filter(({ key, code }) => key === undefined && /^\d+$/.test(code));
function mixedItem(random: Random, entry: WireEntry): { readonly items: readonly object[]; readonly kind: string } {
  switch (random.int(0, 8)) {
    case 0:
      return { items: [], kind: 'ambiguous' };
    case 1:
      return { items: [echo(entry), echo(entry)], kind: 'ambiguous' };
    case 2:
      return { items: [echo(entry, { logistics_code: random.digits(14) })], kind: 'ambiguous' };
    case 3:
      return { items: [echo(entry, { code: random.pick(['0', null, true, 1.5]) })], kind: 'ambiguous' };
    case 4:
      return { items: [echo(entry, { code: 1, msg: `${random.digits(3)}-没见过` })], kind: 'ambiguous' };
    case 5:
    case 6: {
      const known = random.pick(LISTED);
      const forms = [
        { code: 1, msg: `${known.code}:${known.zh.meaning}` },
        { code: 1, msg: known.zh.meaning, sub_code: `isv.business-failed:${known.code}` },
        { code: Number(known.code), msg: 'x' },
      ];
      return { items: [echo(entry, random.pick(forms))], kind: known.replyClass.kind };
    }
    default:
      return { items: [echo(entry)], kind: 'applied' };
  }
}

test('1,000 generated batches with mixed answers are parsed right, each order by itself', () => {
  let orders = 0;
  for (let seed = 1; seed <= 1_000; seed += 1) {
    const random = seededRandom('douyin-batch', seed);
    const asked = Array.from({ length: seed % 10 === 0 ? 100 : random.int(1, 30) }, (_, no) => wire(no));
    const made = asked.map((entry) => mixedItem(random, entry));
    const strangers = Array.from({ length: random.int(0, 2) }, (_, no) => echo(wire(500 + no)));
    const items = [...made.flatMap((each) => each.items), ...strangers]
      .map((item) => ({ item, place: random.next() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ item }) => item);
    const { outcomes } = classify(reply(items), asked, []);
    expect(kinds(outcomes), `seed ${seed}`).toEqual(made.map((each) => each.kind));
    orders += asked.length;
  }
  expect(orders).toBeGreaterThan(15_000);
});
