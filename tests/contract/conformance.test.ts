import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { z } from 'zod';
import { createClient } from '../../renderer/api/client.ts';
import { shareSignals, type Signal } from '../../renderer/api/signals.ts';
import { createRouter } from '../../electron/services/api/router.ts';
import type { CallContext, Contract } from '../../shared/contract/define.ts';
import { command, query } from '../../shared/contract/define.ts';
import { contract } from '../../shared/contract/index.ts';
import { openTestBackend } from '../support/backend.ts';
import { rememberingLog } from '../support/hosts.ts';
import { jpeg } from '../unit/photos/photo-desk.ts';
import { connections, type Connection, type Seams } from '../support/transports.ts';
import packageFile from '../../package.json' with { type: 'json' };

type Connect = (seams: Seams) => Promise<Connection>;
const ADMIN: CallContext = { role: 'admin', operator: 'Ling' };

/** The real backend, connected to a page's client. */
async function setup(connect: Connect, options: { context?: CallContext; seams?: (seams: Seams) => Seams } = {}) {
  const { backend, dataDir } = await openTestBackend();
  const seams: Seams = { ...backend, context: () => options.context ?? ADMIN };
  const connection = await connect(options.seams?.(seams) ?? seams);
  onTestFinished(connection.close);
  const { transport } = connection;
  return { backend, dataDir, transport, connection, client: createClient(contract, transport) };
}

/** A small contract with handlers of its own, through the real router: for what a sound backend never does. */
async function setupRouter(connect: Connect, small: Contract, handlers: object) {
  const { backend } = await openTestBackend();
  const log = rememberingLog();
  const connection = await connect({ ...backend, call: createRouter(small, handlers, log), context: () => ADMIN });
  onTestFinished(connection.close);
  return { transport: connection.transport, log };
}

async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; !holds() && tries < 400; tries += 1) await new Promise((resolve) => setTimeout(resolve, 5));
}

const setSound = (on: boolean) => ({ key: 'ui.sound', value: on });

describe.each(connections)('the contract over %s', (_name, connect) => {
  it('brings a value across', async () => {
    const { client } = await setup(connect);
    const info = await client.system.info({});
    expect(info).toMatchObject({ ok: true, value: { version: packageFile.version, features: { host: 'loopback' } } });
  });

  it('brings a problem across', async () => {
    const { client } = await setup(connect);
    expect(await client.orders.pull({ shop: 'no such shop' })).toEqual({
      ok: false,
      error: { code: 'shop-not-found', shop: 'no such shop' },
    });
  });

  it('keeps every sign of a text: 19 digits, Chinese, quotes, control characters', async () => {
    const small = {
      desk: { echo: query('packer', z.strictObject({ text: z.string() }), z.strictObject({ text: z.string() })) },
    };
    const { transport } = await setupRouter(connect, small, {
      desk: { echo: (input: object) => ({ ok: true, value: input }) },
    });
    const { desk } = createClient(small, transport);
    for (const text of ['3705115058471208928', '顺丰“单号”\\"', 'a\u0000b\tc\u2028', '\u202E\u{1F4E6}', ''])
      expect(await desk.echo({ text }), JSON.stringify(text)).toEqual({ ok: true, value: { text } });
  });

  it('refuses keys the contract does not name', async () => {
    const { client, transport } = await setup(connect);
    const answer = await transport.call({ name: 'system.info', input: { extra: 1 } });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'bad-request', detail: expect.stringContaining('extra') },
    });
    expect((await client.system.info({})).ok).toBe(true);
  });

  it.each([undefined, null, 7, 'x', [], { shop: 7 }, { shop: '' }, { shop: 'x'.repeat(81) }])(
    'refuses the input %j',
    async (input) => {
      const { transport } = await setup(connect);
      expect(await transport.call({ name: 'shops.pause', input })).toMatchObject({
        ok: false,
        error: { code: 'bad-request' },
      });
    },
  );

  it.each([
    'no.such',
    'system',
    '',
    'system.info.x',
    '__proto__',
    'constructor',
    'system.__proto__',
    'toString',
    'System.Info',
  ])('knows no procedure called %j', async (name) => {
    const { transport } = await setup(connect);
    expect(await transport.call({ name, input: {} })).toEqual({
      ok: false,
      error: { code: 'unknown-procedure', name },
    });
  });

  it('lets nobody do what their role does not allow, whatever the message claims', async () => {
    const packer: CallContext = { role: 'packer', operator: 'Ling' };
    const { client, transport } = await setup(connect, { context: packer });
    expect((await client.settings.get({})).ok).toBe(true);
    expect(await client.shops.remove({ shop: 'any' })).toEqual({
      ok: false,
      error: { code: 'not-allowed', role: 'admin' },
    });
    const leadOnly = { ok: false, error: { code: 'not-allowed', role: 'supervisor' } };
    expect(await client.system.verify({})).toEqual(leadOnly);
    expect(await client.packing.act({ action: 'excuse-photo' })).toEqual(leadOnly);
    const claim = { name: 'shops.remove', input: { shop: 'any' }, role: 'admin', context: ADMIN };
    expect(await transport.call(claim)).toMatchObject({ ok: false });
  });

  it('lets a scan of 64 KB reach the bench and refuses more than a call may hold', async () => {
    const { client } = await setup(connect);
    const long = await client.packing.scan({ text: 'x'.repeat(65_536) });
    expect(long.ok && long.value.view.blocked?.problem.code).toBe('scan-too-long');
    expect(await client.packing.scan({ text: '单'.repeat(65_536) })).toMatchObject({
      ok: false,
      error: { code: 'bad-request' },
    });
    expect((await client.packing.view({})).ok).toBe(true);
  });

  it('lets through only what the contract names of an answer, and makes a wrong one a bug without its words', async () => {
    const small = {
      desk: {
        stripped: query('packer', z.strictObject({}), z.object({ count: z.int() })),
        strict: query('packer', z.strictObject({}), z.strictObject({ count: z.int() })),
        thrown: command('packer', z.strictObject({}), z.strictObject({})),
      },
    };
    const tooMuch = () => ({ ok: true, value: { count: 1, secret: 'example-secret' } });
    const { transport, log } = await setupRouter(connect, small, {
      desk: {
        stripped: tooMuch,
        strict: tooMuch,
        thrown: () => {
          throw new Error('example-secret');
        },
      },
    });
    expect(await transport.call({ name: 'desk.stripped', input: {} })).toEqual({ ok: true, value: { count: 1 } });
    for (const name of ['desk.strict', 'desk.thrown']) {
      const answer = await transport.call({ name, input: {} });
      expect(answer).toEqual({ ok: false, error: { code: 'internal', ref: expect.stringMatching(/^[0-9A-F]{6}$/) } });
    }
    expect(JSON.stringify(log.lines)).not.toContain('example-secret');
    expect(log.lines.map(({ event }) => event)).toEqual(['bug', 'bug']);
  });

  it('tells every change in order', async () => {
    const { client, transport } = await setup(connect);
    const signals: Signal[] = [];
    onTestFinished(shareSignals(transport)((signal) => signals.push(signal)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (let count = 0; count < 20; count += 1) await client.settings.set(setSound(count % 2 === 0));
    await until(() => signals.length >= 20);
    expect(signals.map(({ kind }) => kind)).toEqual(Array.from({ length: 20 }, () => 'event'));
    const numbers = signals.flatMap((signal) => (signal.kind === 'event' ? [signal.event.seq] : []));
    expect(numbers).toEqual(numbers.map((_, index) => (numbers[0] ?? 0) + index));
    expect(new Set(signals.map((signal) => signal.kind === 'event' && signal.event.name))).toEqual(
      new Set(['settings.changed']),
    );
  });

  it('makes a change that was lost on the way a reset', async () => {
    const dropThird = (seams: Seams): Seams => {
      let told = 0;
      const subscribe: Seams['events']['subscribe'] = (listener) =>
        seams.events.subscribe((event) => {
          told += 1;
          if (told !== 3) listener(event);
        });
      return { ...seams, events: { ...seams.events, subscribe } };
    };
    const { client, transport } = await setup(connect, { seams: dropThird });
    const signals: Signal[] = [];
    onTestFinished(shareSignals(transport)((signal) => signals.push(signal)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    for (let count = 0; count < 5; count += 1) await client.settings.set(setSound(count % 2 === 0));
    await until(() => signals.length >= 4);
    expect(signals.map(({ kind }) => kind)).toEqual(['event', 'event', 'reset', 'event']);
  });

  it('loses no change when the line breaks for a moment', async () => {
    const { client, transport, connection } = await setup(connect);
    const signals: Signal[] = [];
    onTestFinished(shareSignals(transport)((signal) => signals.push(signal)));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await client.settings.set(setSound(true));
    await until(() => signals.some(({ kind }) => kind === 'event'));
    connection.interrupt();
    for (let count = 0; count < 3; count += 1) await client.settings.set(setSound(count % 2 === 0));
    const told = () => signals.flatMap((signal) => (signal.kind === 'event' ? [signal.event.seq] : []));
    await until(() => told().length >= 4);
    expect(told()).toEqual(told().map((_, index) => (told()[0] ?? 0) + index));
    expect(told()).toHaveLength(4);
    expect(signals.map(({ kind }) => kind)).not.toContain('reset');
  });

  it('takes a picture in by the file seam, and nothing that only says it is one', async () => {
    const { client, transport, dataDir } = await setup(connect);
    const handIn = async (bytes: Uint8Array) => {
      const uploaded = await transport.upload(new File([Uint8Array.from(bytes)], 'photo.jpg'));
      return await client.photos.keep({ fileId: uploaded.ok ? uploaded.value : '' });
    };
    expect(await handIn(jpeg())).toMatchObject({
      ok: true,
      value: { photoId: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown },
    });
    const kept = readdirSync(join(dataDir, 'photos'), { recursive: true }).filter((name) =>
      String(name).endsWith('.jpg'),
    );
    expect(kept).toHaveLength(1);
    const page = Buffer.from('<script>alert(1)</script>'.padEnd(200));
    expect(await handIn(page)).toEqual({ ok: false, error: { code: 'photo-unreadable' } });
    expect(await client.photos.keep({ fileId: '../../etc/passwd' })).toMatchObject({
      error: { code: 'file-not-found' },
    });
    expect(await client.photos.show({ opId: 'none' })).toEqual({ ok: false, error: { code: 'photo-none' } });
  });

  it('takes a file and gives it to the import that names it', async () => {
    const { client, transport, backend } = await setup(connect);
    const uploaded = await transport.upload(new File(['not,the,columns\n1,2,3\n'], '订单.csv'));
    const fileId = uploaded.ok ? uploaded.value : '';
    expect(backend.files.get(fileId)?.name).toBe('订单.csv');
    const job = await client.orders.importFile({ kind: 'orders', fileId, wait: true });
    const problem = job.ok ? job.value.problem : job.error;
    expect(problem).toMatchObject({ code: 'file-columns-missing' });
    expect(await client.orders.importFile({ kind: 'orders', fileId: 'none', wait: true })).toMatchObject({
      ok: false,
      error: { code: 'file-not-found' },
    });
  });
});
