import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createClient } from '../../../../renderer/api/client.ts';
import { chooseTransport } from '../../../../renderer/api/connect.ts';
import { createHttpTransport } from '../../../../renderer/api/http-transport.ts';
import { shareSignals, type Signal } from '../../../../renderer/api/signals.ts';
import type { EventSink } from '../../../../renderer/api/transport.ts';
import { uploadFile } from '../../../../renderer/api/upload-file.ts';
import { command, query } from '../../../../shared/contract/define.ts';

const contract = {
  orders: {
    count: query('packer', z.strictObject({ shop: z.string() }), z.strictObject({ count: z.int() })),
    close: command('packer', z.strictObject({}), z.strictObject({})),
  },
};

function clientThatHears(answer: unknown) {
  const sent: unknown[] = [];
  const client = createClient(contract, {
    call: async (message) => {
      sent.push(message);
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { client, sent };
}

describe('client', () => {
  it('has one function for each procedure, which sends name and input', async () => {
    const { client, sent } = clientThatHears({ ok: true, value: { count: 3 } });
    expect(await client.orders.count({ shop: 'a' })).toEqual({ ok: true, value: { count: 3 } });
    expect(sent).toEqual([{ name: 'orders.count', input: { shop: 'a' } }]);
    expect(Object.keys(client.orders)).toEqual(['count', 'close']);
  });

  it('passes a problem on', async () => {
    const { client } = clientThatHears({ ok: false, error: { code: 'shop-not-found', shop: 'a' } });
    expect(await client.orders.count({ shop: 'a' })).toEqual({
      ok: false,
      error: { code: 'shop-not-found', shop: 'a' },
    });
  });

  it('makes a backend that cannot be reached a problem and never rejects', async () => {
    const { client } = clientThatHears(new Error('fetch failed'));
    expect(await client.orders.count({ shop: 'a' })).toEqual({ ok: false, error: { code: 'unreachable' } });
  });

  it.each([
    ['a value of another shape', { ok: true, value: { count: 'three' } }],
    ['a value with more than the contract names', { ok: true, value: { count: 3, secret: 'x' } }],
    ['a problem nobody knows', { ok: false, error: { code: 'made-up' } }],
    ['an envelope with more in it', { ok: true, value: { count: 3 }, extra: 1 }],
    ['no envelope', { count: 3 }],
    ['nothing', null],
    ['text', 'ok'],
  ])('does not believe %s', async (_what, answer) => {
    const { client } = clientThatHears(answer);
    expect(await client.orders.count({ shop: 'a' })).toEqual({ ok: false, error: { code: 'internal', ref: 'PAGE' } });
  });
});

const event = (seq: number) => ({ seq, name: 'orders.changed', ids: [] });
const kinds = (signals: readonly Signal[]) =>
  signals.map((signal) => (signal.kind === 'event' ? signal.event.seq : signal.kind));

function listening() {
  const sinks: EventSink[] = [];
  let closed = 0;
  const subscribe = shareSignals({
    subscribe: (sink) => {
      sinks.push(sink);
      return () => (closed += 1);
    },
  });
  const signals: Signal[] = [];
  const stop = subscribe((signal) => signals.push(signal));
  return { subscribe, sink: sinks[0]!, sinks, signals, stop, closed: () => closed };
}

describe('signals', () => {
  it('pass changes on in order, each once', () => {
    const { sink, signals } = listening();
    sink.onEvent({ seq: 4 });
    for (const seq of [5, 6, 6, 5, 7]) sink.onEvent(event(seq));
    expect(kinds(signals)).toEqual([5, 6, 7]);
  });

  it('take the first number there is where the transport does not say where it starts', () => {
    const { sink, signals } = listening();
    for (const seq of [9, 10]) sink.onEvent(event(seq));
    expect(kinds(signals)).toEqual([9, 10]);
  });

  it('make a gap a reset and go on from there', () => {
    const { sink, signals } = listening();
    for (const seq of [1, 2, 4, 5]) sink.onEvent(event(seq));
    expect(kinds(signals)).toEqual([1, 2, 'reset', 5]);
  });

  it('notice what was missed before a line that starts anew', () => {
    const { sink, signals } = listening();
    sink.onEvent(event(1));
    sink.onEvent({ seq: 1 });
    sink.onEvent({ seq: 3 });
    sink.onEvent(event(4));
    expect(kinds(signals)).toEqual([1, 'reset', 4]);
  });

  it('make anything that cannot be read a reset', () => {
    for (const odd of [null, 'x', { seq: -1 }, { seq: 1, name: 'made.up', ids: [] }, { ...event(1), extra: 1 }]) {
      const { sink, signals } = listening();
      sink.onEvent(odd);
      expect(kinds(signals), JSON.stringify(odd)).toEqual(['reset']);
    }
  });

  it('tell that the line was lost, came back or has to start over', () => {
    const { sink, signals } = listening();
    sink.onLost();
    sink.onBack();
    sink.onReset();
    expect(kinds(signals)).toEqual(['lost', 'back', 'reset']);
  });

  it('share one line among all listeners, and close it after the last', () => {
    const { subscribe, sinks, sink, stop, closed, signals } = listening();
    const second: Signal[] = [];
    const stopSecond = subscribe((signal) => second.push(signal));
    sink.onEvent(event(1));
    stop();
    sink.onEvent(event(2));
    expect([kinds(signals), kinds(second), sinks.length, closed()]).toEqual([[1], [1, 2], 1, 0]);
    stopSecond();
    stopSecond();
    expect(closed()).toBe(1);
    subscribe(() => undefined);
    expect(sinks).toHaveLength(2);
  });
});

describe('HTTP transport', () => {
  it('posts JSON with our header to one path', async () => {
    const sent: [string, RequestInit | undefined][] = [];
    const transport = createHttpTransport({
      fetch: async (input, init) => {
        sent.push([String(input), init]);
        return Response.json({ ok: true, value: 1 });
      },
      openEvents: () => new EventTarget() as EventSource,
    });
    expect(await transport.call({ name: 'a.b', input: { x: 1 } })).toEqual({ ok: true, value: 1 });
    expect(sent).toEqual([
      [
        '/call',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-dispatch-desk': '1' },
          body: '{"name":"a.b","input":{"x":1}}',
        },
      ],
    ]);
  });

  it('tells once that the line is lost, and once that it is back', () => {
    const source = Object.assign(new EventTarget(), { closed: false, close: () => undefined as void });
    const told: unknown[] = [];
    const transport = createHttpTransport({ fetch, openEvents: () => source as unknown as EventSource });
    const stop = transport.subscribe({
      onEvent: (given) => told.push(given),
      onReset: () => told.push('reset'),
      onLost: () => told.push('lost'),
      onBack: () => told.push('back'),
    });
    const message = (name: string, data: string) => source.dispatchEvent(new MessageEvent(name, { data }));
    source.dispatchEvent(new Event('open'));
    message('start', '{"seq":1}');
    for (const name of ['error', 'error', 'open', 'open']) source.dispatchEvent(new Event(name));
    message('reset', '{"seq":9}');
    message('change', '{broken');
    source.close = () => void told.push('closed');
    stop();
    expect(told).toEqual([{ seq: 1 }, 'lost', 'back', 'reset', { seq: 9 }, null, 'closed']);
  });
});

describe('upload', () => {
  const file = (name: string) => new File(['a,b'], name);

  it('sends the bytes under the file’s name and returns the id', async () => {
    const sent: [string, RequestInit | undefined][] = [];
    const answer = await uploadFile(file('订单 1.csv'), async (input, init) => {
      sent.push([String(input), init]);
      return Response.json({ id: 'f1' }, { status: 201 });
    });
    expect(answer).toEqual({ ok: true, value: 'f1' });
    expect(sent[0]?.[0]).toBe('/files?name=%E8%AE%A2%E5%8D%95%201.csv');
    expect(Buffer.from(sent[0]?.[1]?.body as ArrayBuffer).toString()).toBe('a,b');
  });

  it('does not send what is too large', async () => {
    const huge = Object.defineProperty(file('x.csv'), 'size', { value: 65 * 1024 * 1024 });
    const send = async () => Promise.reject(new Error('was sent'));
    expect(await uploadFile(huge, send)).toEqual({ ok: false, error: { code: 'file-too-large', megabytes: 64 } });
  });

  it('turns every failure into a problem', async () => {
    const refused = async () => Response.json({ error: { code: 'file-too-large', megabytes: 64 } }, { status: 413 });
    expect(await uploadFile(file('x.csv'), refused)).toEqual({
      ok: false,
      error: { code: 'file-too-large', megabytes: 64 },
    });
    const odd = async () => Response.json({ what: 1 });
    expect(await uploadFile(file('x.csv'), odd)).toEqual({ ok: false, error: { code: 'internal', ref: 'PAGE' } });
    const down = async () => Promise.reject(new TypeError('fetch failed'));
    expect(await uploadFile(file('x.csv'), down)).toEqual({ ok: false, error: { code: 'unreachable' } });
  });
});

describe('choosing a transport', () => {
  it('takes the bridge where a preload has put one on the window', async () => {
    const calls: unknown[] = [];
    const bridge = { call: async (message: unknown) => calls.push(message), onEvent: () => () => undefined };
    await chooseTransport({ dispatchDesk: bridge }).call({ name: 'a.b', input: {} });
    expect(calls).toEqual([{ name: 'a.b', input: {} }]);
    await expect(chooseTransport({ dispatchDesk: 'not a bridge' }).call({ name: 'a.b', input: {} })).rejects.toThrow();
  });
});

describe('leave for a refused command', () => {
  const leave = { operatorId: 'mei', pin: '730415', reason: 'why', note: '' };
  const refused = { ok: false, error: { code: 'not-allowed', role: 'supervisor' } };
  const wrongPin = { ok: false, error: { code: 'pin-wrong', left: 9, seconds: 1 } };
  const client = (answers: unknown[], leaves: (typeof leave | null)[]) => {
    const sent: unknown[] = [];
    const asked: unknown[] = [];
    const { orders } = createClient(
      contract,
      {
        call: async (message) => {
          sent.push(message);
          return answers.shift();
        },
      },
      async (question) => {
        asked.push(question);
        return leaves.shift() ?? null;
      },
    );
    return { orders, sent, asked };
  };

  it('calls again with it, and asks once more after a wrong PIN', async () => {
    const { orders, sent, asked } = client([refused, wrongPin, { ok: true, value: {} }], [leave, leave]);
    expect(await orders.close({})).toEqual({ ok: true, value: {} });
    expect(sent).toEqual([
      { name: 'orders.close', input: {} },
      { name: 'orders.close', input: {}, override: leave },
      { name: 'orders.close', input: {}, override: leave },
    ]);
    expect(asked).toEqual([
      { name: 'orders.close', role: 'supervisor', problem: null },
      { name: 'orders.close', role: 'supervisor', problem: wrongPin.error },
    ]);
  });

  it('leaves it refused when nobody gives it, and never asks for a question', async () => {
    const { orders, sent } = client([refused, refused], []);
    expect(await orders.close({})).toEqual(refused);
    expect(await orders.count({ shop: 'a' })).toEqual(refused);
    expect(sent).toHaveLength(2);
  });
});
