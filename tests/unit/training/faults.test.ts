import { gunzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeOrderView } from '../../../electron/training/admin/order-routes.ts';
import {
  CALL_FAULTS,
  LINE_FAULTS,
  type CallFaultMode,
  type FaultInput,
} from '../../../electron/training/faults/fault.ts';
import { startTraining, type Training } from '../../support/training.ts';
import { channelsCaller, PATHS, sendBody } from './channels-caller.ts';
import { exchange, type Exchange } from './exchange.ts';

let training: Training;
let token: string;
beforeAll(async () => {
  training = await startTraining({ orders: 0 });
  token = (await channelsCaller(training.baseUrl, 'living')).token;
});
afterEach(() => training.desk.clearFaults());
afterAll(() => training.stop());

const newOrder = async (): Promise<PracticeOrderView> => {
  const [order] = await training.desk.addOrders({ count: 1, kind: 'single', shop: 'living' });
  if (order === undefined) throw new Error('no order');
  return order;
};
const address = (name: keyof typeof PATHS): string => `${training.baseUrl}${PATHS[name]}?access_token=${token}`;
const sendRaw = (order: PracticeOrderView, options?: { timeoutMs?: number; maxBytes?: number }): Promise<Exchange> =>
  exchange(address('send'), JSON.stringify(sendBody(order)), options);

/** Switches a fault on for a new order, ships it, and says what the caller saw and how often it was applied. */
const spoilt = async (fault: FaultInput, options?: { timeoutMs?: number; maxBytes?: number }) => {
  const order = await newOrder();
  await training.desk.setFault({ scope: order.orderId, ...fault });
  const seen = await sendRaw(order, options);
  const applied = (await training.desk.applied(order.orderId)).length;
  return { order, seen, applied, text: seen.kind === 'answer' ? seen.text : '' };
};
const OK = '{"errcode":0,"errmsg":"ok"}';

describe('a fault before the request takes effect', () => {
  it.each([
    ['reset-before', { kind: 'broken', code: 'ECONNRESET', connected: true }],
    ['bad-gateway-before', { kind: 'answer', status: 502 }],
    ['forbidden', { kind: 'answer', status: 403 }],
    ['too-many', { kind: 'answer', status: 429, headers: { 'retry-after': '2' } }],
    ['unavailable', { kind: 'answer', status: 503, headers: { 'retry-after': '2' } }],
    ['redirect', { kind: 'answer', status: 302, headers: { location: '/login' } }],
    ['minus-one-before', { kind: 'answer', text: expect.stringContaining('"errcode":-1') }],
    ['busy', { kind: 'answer', text: expect.stringContaining('"errcode":100003') }],
  ] as const)('%s applies nothing', async (mode, shape) => {
    const { seen, applied } = await spoilt({ mode });
    expect(seen).toMatchObject(shape);
    expect(applied).toBe(0);
  });

  it('403 has no JSON body', async () => {
    const { seen, text } = await spoilt({ mode: 'forbidden' });
    expect(seen).toMatchObject({ headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(text).toMatch(/^<html>/);
  });

  it('silence lasts until the caller gives up', async () => {
    const { seen, applied } = await spoilt({ mode: 'silent-before' }, { timeoutMs: 200 });
    expect(seen).toMatchObject({ kind: 'broken', code: 'TIMEOUT', connected: true });
    expect(applied).toBe(0);
  });
});

describe('a fault after the request took effect', () => {
  it.each([
    ['reset-after', { kind: 'broken', code: 'ECONNRESET', connected: true }],
    ['bad-gateway-after', { kind: 'answer', status: 502, text: expect.stringMatching(/^<html>/) }],
    ['truncated-after', { kind: 'answer', status: 200, text: OK.slice(0, 13) }],
    ['cut-off-after', { kind: 'broken', status: 200 }],
    ['minus-one-after', { kind: 'answer', text: expect.stringContaining('"errcode":-1') }],
    ['empty-after', { kind: 'answer', status: 200, text: '' }],
    ['no-content-after', { kind: 'answer', status: 204, text: '' }],
    ['code-as-text', { kind: 'answer', text: '{"errcode":"0","errmsg":"ok"}' }],
    ['code-missing', { kind: 'answer', text: '{"errmsg":"ok"}' }],
    ['code-null', { kind: 'answer', text: '{"errcode":null,"errmsg":"ok"}' }],
    ['big-number', { kind: 'answer', text: '{"errcode":1e18,"errmsg":"ok"}' }],
    ['bom', { kind: 'answer', text: `\uFEFF${OK}` }],
    ['trailing-comma', { kind: 'answer', text: '{"errcode":0,"errmsg":"ok",}' }],
    ['duplicate-keys', { kind: 'answer', text: '{"errcode":0,"errmsg":"ok","errcode":-1}' }],
    ['answered-twice', { kind: 'answer', text: OK }],
  ] as const)('%s has applied it once', async (mode, shape) => {
    const { seen, applied } = await spoilt({ mode });
    expect(seen).toMatchObject(shape);
    expect(applied).toBe(1);
  });

  it('GBK bytes are GBK', async () => {
    const { seen } = await spoilt({ mode: 'gbk' });
    if (seen.kind !== 'answer') throw new Error('no answer');
    expect(seen.headers['content-type']).toContain('GBK');
    expect(new TextDecoder('gbk').decode(seen.bytes)).toBe('{"errcode":0,"errmsg":"成功"}');
    expect(seen.text).not.toContain('成功');
  });

  it('a zipped answer unpacks to the true one', async () => {
    const { seen } = await spoilt({ mode: 'gzip' });
    if (seen.kind !== 'answer') throw new Error('no answer');
    expect(gunzipSync(seen.bytes).toString()).toBe(OK);
  });

  it('a page instead of an answer is HTML with status 200', async () => {
    const { seen, applied } = await spoilt({ mode: 'page-after' });
    expect(seen).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(applied).toBe(1);
  });

  it('an answer about another order carries the next number wherever the true one names the order', async () => {
    const { orderId } = await newOrder();
    await training.desk.setFault({ scope: orderId, calls: ['read'], mode: 'other-order' });
    const seen = await exchange(address('get'), JSON.stringify({ order_id: orderId }));
    if (seen.kind !== 'answer') throw new Error('no answer');
    expect(seen.text).toContain(String(BigInt(orderId) + 1n));
    expect(seen.text).not.toContain(orderId);
  });

  it('a gzip bomb is half a megabyte that unpacks to half a gigabyte', async () => {
    const { seen, applied } = await spoilt({ mode: 'gzip-bomb' });
    if (seen.kind !== 'answer') throw new Error('no answer');
    expect(seen.headers['content-encoding']).toBe('gzip');
    expect(seen.bytes.length).toBeLessThan(600_000);
    const member = seen.bytes.subarray(0, seen.bytes.length / 8);
    expect(gunzipSync(member).length).toBe(64 * 1024 * 1024);
    expect(applied).toBe(1);
  });

  it('oversized and endless answers run past any sensible limit', async () => {
    expect((await spoilt({ mode: 'oversized' })).seen).toMatchObject({ kind: 'broken', code: 'TOO-BIG' });
    expect((await spoilt({ mode: 'endless' })).seen).toMatchObject({ kind: 'broken', code: 'TOO-BIG' });
  });

  it('a dripping answer comes byte by byte', async () => {
    expect((await spoilt({ mode: 'slow-drip' }, { timeoutMs: 300 })).seen).toMatchObject({
      code: 'TIMEOUT',
      status: 200,
    });
    const { seen } = await spoilt({ mode: 'slow-drip', delayMs: 5 });
    expect(seen).toMatchObject({ kind: 'answer', text: OK });
    expect(seen.kind === 'answer' && seen.tookMs).toBeGreaterThan(100);
  });

  it('a late application comes after the connection was cut', async () => {
    const { order, seen, applied } = await spoilt({ mode: 'late-apply', delayMs: 150 });
    expect(seen).toMatchObject({ kind: 'broken', connected: true });
    expect(applied).toBe(0);
    await expect.poll(async () => (await training.desk.applied(order.orderId)).length).toBe(1);
  });

  it('slow applies late even when the caller has hung up', async () => {
    const { order, seen, applied } = await spoilt({ mode: 'slow', delayMs: 300 }, { timeoutMs: 100 });
    expect([seen.kind, applied]).toEqual(['broken', 0]);
    await expect.poll(async () => (await training.desk.applied(order.orderId)).length).toBe(1);
  });

  it('a slow answer applies at once', async () => {
    const { seen, applied } = await spoilt({ mode: 'slow-answer', delayMs: 400 }, { timeoutMs: 100 });
    expect([seen.kind, applied]).toEqual(['broken', 1]);
  });

  it('silence after applying lasts until the caller gives up', async () => {
    const { seen, applied } = await spoilt({ mode: 'silent-after' }, { timeoutMs: 200 });
    expect(seen).toMatchObject({ kind: 'broken', code: 'TIMEOUT' });
    expect(applied).toBe(1);
  });

  it('a wrong clock shows in the Date header only', async () => {
    const { seen, text } = await spoilt({ mode: 'wrong-clock', delayMs: 600_000 });
    if (seen.kind !== 'answer') throw new Error('no answer');
    expect(text).toBe(OK);
    expect(Date.parse(String(seen.headers['date'])) - Date.now()).toBeGreaterThan(590_000);
  });
});

describe('the fault desk', () => {
  it('spoils one call by default, and only of its order', async () => {
    const [target, other] = [await newOrder(), await newOrder()];
    await training.desk.setFault({ scope: target.orderId, mode: 'reset-before' });
    expect((await sendRaw(other)).kind).toBe('answer');
    expect((await sendRaw(target)).kind).toBe('broken');
    expect((await sendRaw(target)).kind).toBe('answer');
    expect(await training.desk.faults()).toEqual([]);
  });

  it('spoils as many calls as asked, after passing over as many as asked', async () => {
    const order = await newOrder();
    await training.desk.setFault({ scope: order.orderId, mode: 'busy', count: 2, skip: 1, calls: ['read'] });
    const codes = [];
    for (let call = 0; call < 4; call += 1)
      codes.push(
        JSON.parse(((await exchange(address('get'), `{"order_id":"${order.orderId}"}`)) as { text: string }).text)
          .errcode,
      );
    expect(codes).toEqual([0, 100003, 100003, 0]);
  });

  it('leaves token and reads alone unless told otherwise', async () => {
    const order = await newOrder();
    await training.desk.setFault({ mode: 'bad-gateway-after' });
    expect(await exchange(address('get'), `{"order_id":"${order.orderId}"}`)).toMatchObject({ status: 200 });
    expect(await sendRaw(order)).toMatchObject({ status: 502 });
    await training.desk.setFault({ mode: 'answer', code: 40164, calls: ['token'] });
    expect(await exchange(address('token'), '{}')).toMatchObject({ text: expect.stringContaining('"errcode":40164') });
  });

  it('draws chance from the seed', async () => {
    await training.desk.setFault({ mode: 'busy', calls: ['read'], count: 'always', probability: 0.3 });
    let busy = 0;
    for (let call = 0; call < 60; call += 1) {
      const seen = await exchange(address('carriers'), '{"ewaybill_only":false}');
      if (seen.kind === 'answer' && seen.text.includes('100003')) busy += 1;
    }
    expect(busy).toBeGreaterThan(6);
    expect(busy).toBeLessThan(36);
  });

  it('answers a code that no document knows', async () => {
    const { text, applied } = await spoilt({ mode: 'answer', code: 9909001, message: 'odd', applies: 'now' });
    expect(JSON.parse(text)).toMatchObject({ errcode: 9909001, errmsg: expect.stringMatching(/^odd rid: /) });
    expect(applied).toBe(1);
  });

  it('clears itself after its duration', async () => {
    await training.desk.setFault({ mode: 'busy', count: 'always', durationMs: 120 });
    expect(await training.desk.faults()).toHaveLength(1);
    await expect.poll(() => training.desk.faults()).toEqual([]);
  });

  it('refuses a fault it does not know, an answer without a code, and an offline order', async () => {
    await expect(training.desk.setFault({ mode: 'nonsense' as CallFaultMode })).rejects.toThrow('400');
    await expect(training.desk.setFault({ mode: 'answer' })).rejects.toThrow('400');
    await expect(training.desk.setFault({ mode: 'offline', scope: '1' })).rejects.toThrow('400');
  });
});

describe('the line', () => {
  it('refuses connections while offline, and serves the same address afterwards', async () => {
    const order = await newOrder();
    await training.desk.setFault({ mode: 'offline' });
    expect(await sendRaw(order)).toEqual({ kind: 'broken', code: 'ECONNREFUSED', connected: false, status: 0 });
    await training.desk.clearFaults();
    expect(await sendRaw(order)).toMatchObject({ status: 200, text: OK });
    expect(await training.desk.applied(order.orderId)).toHaveLength(1);
  });

  it('answers the request that switches it off, also at the platform address', async () => {
    const response = await fetch(`${training.baseUrl}/__training/faults`, {
      method: 'POST',
      headers: { 'x-training': '1' },
      body: '{"mode":"offline"}',
    });
    expect(await response.json()).toMatchObject({ fault: { mode: 'offline' } });
    expect(await exchange(address('carriers'), '{}')).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('cuts calls that are under way when it goes off', async () => {
    const order = await newOrder();
    await training.desk.setFault({ mode: 'slow-answer', scope: order.orderId, delayMs: 5000 });
    const pending = sendRaw(order);
    await expect.poll(async () => (await training.desk.applied(order.orderId)).length).toBe(1);
    await training.desk.setFault({ mode: 'offline' });
    expect(await pending).toMatchObject({ kind: 'broken', connected: true });
  });

  it('resets every connection on accept, and nothing is received', async () => {
    const order = await newOrder();
    await training.desk.setFault({ mode: 'reset-on-accept' });
    expect((await sendRaw(order)).kind).toBe('broken');
    expect(await training.desk.ledger(`kind=request&orderId=${order.orderId}`)).toEqual([]);
  });
});

it('leaves no mode untried', async () => {
  const tried = (await training.desk.ledger('kind=fault')).map((entry) => 'mode' in entry && entry.mode);
  expect(tried).toEqual(expect.arrayContaining([...Object.keys(CALL_FAULTS), ...LINE_FAULTS]));
});
