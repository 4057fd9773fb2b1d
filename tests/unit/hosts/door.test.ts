import { describe, expect, it } from 'vitest';
import { createDoor } from '../../../electron/host/door.ts';
import { createPace } from '../../../electron/host/pace.ts';
import type { CallContext, CallMessage } from '../../../shared/contract/define.ts';

const context: CallContext = { role: 'packer', operator: 'Ling' };

function setup() {
  const seen: { message: CallMessage; context: CallContext }[] = [];
  const door = createDoor({
    context: () => context,
    call: async (message, given) => {
      seen.push({ message, context: given });
      return { ok: true, value: 'answered' };
    },
  });
  return { door, seen };
}

describe('door', () => {
  it('passes a call on with the role of the door, whatever the message says about itself', async () => {
    const { door, seen } = setup();
    expect(await door('{"name":"system.info","input":{}}')).toEqual({ ok: true, value: 'answered' });
    expect(await door('{"name":"system.info","input":{},"role":"admin"}')).toMatchObject({ ok: false });
    expect(seen).toEqual([{ message: { name: 'system.info', input: {} }, context }]);
  });

  it.each([
    '',
    'null',
    '[]',
    '"x"',
    '{',
    '{"name":7,"input":{}}',
    '{"input":{}}',
    `{"name":"${'x'.repeat(101)}","input":{}}`,
  ])('answers %j with a problem and does not pass it on', async (text) => {
    const { door, seen } = setup();
    expect(await door(text)).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(seen).toEqual([]);
  });

  it('takes a scan of 64 KB and refuses what is larger than a call may be', async () => {
    const { door, seen } = setup();
    const call = (length: number) => JSON.stringify({ name: 'packing.scan', input: { text: 'x'.repeat(length) } });
    expect(await door(call(65_536))).toMatchObject({ ok: true });
    expect(await door(call(80_000))).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(await door(call(30_000).replaceAll('x', '单'))).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    expect(seen).toHaveLength(1);
  });
});

describe('pace', () => {
  it('lets a burst through at once, makes the next call wait, and refuses a flood', async () => {
    const pace = createPace(() => 1_000);
    const order: number[] = [];
    const started = performance.now();
    const calls = Array.from({ length: 104 }, async (_, index) => {
      expect(await pace('orders.list')).toBe(true);
      order.push(index);
    });
    await Promise.all(calls.slice(0, 100));
    expect(performance.now() - started).toBeLessThan(60);
    await Promise.all(calls);
    expect(performance.now() - started).toBeGreaterThan(60);
    expect(order).toEqual(Array.from({ length: 104 }, (_, index) => index));
    const flood = await Promise.all(
      Array.from({ length: 1_200 }, (_, index) => Promise.race([pace('orders.list'), Promise.resolve(index)])),
    );
    expect(flood).toHaveLength(1_200);
    expect(await pace('orders.list')).toBe(false);
  });

  it('keeps the rate per procedure, so that a runaway list does not hold up a scan', async () => {
    const pace = createPace(() => 1_000);
    for (let index = 0; index < 100; index += 1) await pace('orders.list');
    void pace('orders.list');
    const started = performance.now();
    await pace('packing.scan');
    expect(performance.now() - started).toBeLessThan(15);
  });
});
