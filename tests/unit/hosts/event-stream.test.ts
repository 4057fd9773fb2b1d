import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { type LoopbackServer, serveLoopback } from '../../../electron/loopback/serve.ts';
import { createEventHub } from '../../../electron/services/events.ts';
import { createResponder } from '../../../electron/services/web/respond.ts';
import { memoryFiles, rememberingLog } from '../../support/hosts.ts';
import { enter } from '../../support/loopback-client.ts';

const open: LoopbackServer[] = [];
afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

async function setup() {
  const log = rememberingLog();
  const hub = createEventHub(log);
  const server = await serveLoopback({
    log,
    port: 0,
    events: hub,
    respond: createResponder({ pageDir: '/', files: memoryFiles() }),
    door: async () => ({ ok: true, value: null }),
  });
  open.push(server);
  const cookie = await enter(server.newLaunchUrl());
  return { hub, server, listen: (lastEventId?: string) => listen(server.origin, cookie, lastEventId) };
}

/** Reads server-sent events until it is closed. */
async function listen(origin: string, cookie: string, lastEventId?: string) {
  let text = '';
  const headers = { cookie, ...(lastEventId === undefined ? {} : { 'last-event-id': lastEventId }) };
  const sent = request(`${origin}/events`, { headers, agent: false });
  sent.on('error', () => undefined);
  sent.end();
  const type = await new Promise((resolve) => {
    sent.once('response', (response) => {
      response
        .setEncoding('utf8')
        .on('data', (chunk: string) => (text += chunk))
        .on('error', () => undefined);
      resolve(response.headers['content-type']);
    });
  });
  const messages = () =>
    text
      .split('\n\n')
      .filter((block) => block.includes('event:'))
      .map((block) => Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2))));
  const until = async (count: number) => {
    for (let tries = 0; messages().length < count && tries < 200; tries += 1)
      await new Promise((go) => setTimeout(go, 5));
    return messages();
  };
  return { type, until, close: () => sent.destroy() };
}

describe('event stream', () => {
  it('starts with the last number given out and then tells every change in order', async () => {
    const { hub, listen } = await setup();
    hub.emit('orders.changed', ['before']);
    const stream = await listen();
    expect(stream.type).toBe('text/event-stream; charset=utf-8');
    await stream.until(1);
    hub.emit('outbox.changed', ['7']);
    hub.emit('packing.changed', []);
    expect(await stream.until(3)).toEqual([
      { id: '1', event: 'start', data: '{"seq":1}' },
      { id: '2', event: 'change', data: '{"seq":2,"name":"outbox.changed","ids":["7"]}' },
      { id: '3', event: 'change', data: '{"seq":3,"name":"packing.changed","ids":[]}' },
    ]);
  });

  it('sends what a page missed while it was away, and nothing twice', async () => {
    const { hub, listen } = await setup();
    for (let count = 0; count < 5; count += 1) hub.emit('orders.changed', []);
    const stream = await listen('2');
    hub.emit('orders.changed', []);
    expect((await stream.until(4)).map(({ id }) => id)).toEqual(['3', '4', '5', '6']);
  });

  it.each(['0', '9999', 'x', '-1', '1e3'])(
    'tells a page to reload when what follows %s is not known',
    async (lastEventId) => {
      const { hub, listen } = await setup();
      for (let count = 0; count < 600; count += 1) hub.emit('orders.changed', []);
      const stream = await listen(lastEventId);
      expect(await stream.until(1)).toEqual([{ id: '600', event: 'reset', data: '{"seq":600}' }]);
    },
  );

  it('counts the pages that listen, and forgets one that went away', async () => {
    const { server, listen, hub } = await setup();
    const stream = await listen();
    expect(server.openPages()).toBe(1);
    stream.close();
    for (let tries = 0; server.openPages() > 0 && tries < 200; tries += 1) await new Promise((go) => setTimeout(go, 5));
    expect(server.openPages()).toBe(0);
    hub.emit('orders.changed', []);
  });

  it('ends with the server', async () => {
    const { server, listen } = await setup();
    await listen();
    const started = performance.now();
    await open.pop()?.close();
    expect(performance.now() - started).toBeLessThan(1_000);
    await expect(fetch(server.origin)).rejects.toThrow();
  });
});
