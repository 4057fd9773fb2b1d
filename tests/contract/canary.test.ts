import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../renderer/api/client.ts';
import { shareSignals } from '../../renderer/api/signals.ts';
import { contract } from '../../shared/contract/index.ts';
import { openTestBackend } from '../support/backend.ts';
import { connections } from '../support/transports.ts';

const CANARY = 'example-secret-canary-7f3a';
const SECOND = 'example-secret-canary-91bc';

/** A secret as it may turn up: as it is, its end, in an address, in base64 at any offset, in hexadecimal, reversed. */
function disguises(secret: string): readonly string[] {
  const base64 = ['', 'x', 'xx'].map((lead) =>
    Buffer.from(lead + secret)
      .toString('base64')
      .slice(4, 24),
  );
  return [
    secret,
    secret.slice(-10),
    encodeURIComponent(secret),
    ...base64,
    Buffer.from(secret).toString('hex'),
    [...secret].reverse().join(''),
  ];
}

function expectNone(text: string, where: string): void {
  for (const secret of [CANARY, SECOND])
    for (const form of disguises(secret)) expect(text.includes(form), `${form} in ${where}`).toBe(false);
}

/** Every procedure once, with input that is right or nearly right, so that answers and problems both come up. */
const inputs: Readonly<Record<string, unknown>> = {
  'orders.show': { shop: 'canary', orderId: '1' },
  'orders.pull': { shop: 'canary', wait: true },
  'orders.importFile': { kind: 'orders', fileId: CANARY, wait: true },
  'shops.test': { shop: 'canary' },
  'shops.carriers': { shop: 'canary', refresh: true },
  'shops.pause': { shop: 'canary' },
  'shops.resume': { shop: 'canary' },
  'outbox.drain': { untilIdle: false, timeoutMs: 100 },
};
const typed = new Set(['orders.importFile']);
/** Would start the practice platforms, stop the drill, or take the shop away before the others have run. */
const left = new Set(['training.start', 'training.stop', 'training.sheet', 'shops.remove', 'shops.add']);

describe.each(connections)('a secret given over %s', (_name, connect) => {
  it('comes out of no procedure, event, log line or file of the data folder', async () => {
    const { backend, dataDir } = await openTestBackend();
    const connection = await connect({ ...backend, context: () => ({ role: 'admin', operator: 'Ling' }) });
    onTestFinished(connection.close);
    const { transport } = connection;
    const signals: unknown[] = [];
    onTestFinished(shareSignals(transport)((signal) => signals.push(signal)));
    const client = createClient(contract, transport);
    const added = await client.shops.add({
      name: 'canary',
      platform: 'wechat-channels',
      baseUrl: 'http://127.0.0.1:9',
      credentials: { appId: 'wx0000000000000001', appSecret: CANARY },
    });
    expect(added).toMatchObject({ ok: true });
    const replaced = await client.shops.replaceCredentials({
      shop: 'canary',
      credentials: { appId: 'wx0000000000000001', appSecret: SECOND },
    });
    expect(replaced).toMatchObject({ ok: true });
    expectNone(JSON.stringify([added, replaced]), 'shops.add');
    let answered = 0;
    for (const [area, procedures] of Object.entries(contract))
      for (const procedure of Object.keys(procedures)) {
        const name = `${area}.${procedure}`;
        if (left.has(name)) continue;
        const answer = await transport.call({ name, input: inputs[name] ?? {} });
        if (!typed.has(name)) expectNone(JSON.stringify(answer), name);
        answered += 1;
      }
    expect(answered).toBeGreaterThan(25);
    expectNone(JSON.stringify(signals), 'events');
    await backend.close();
    const files = readdirSync(dataDir, { recursive: true, encoding: 'utf8' }).filter(
      (file) => !file.includes('browser'),
    );
    expect(files.length).toBeGreaterThan(1);
    for (const file of files) {
      try {
        expectNone(readFileSync(join(dataDir, file)).toString('latin1'), file);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EISDIR') throw error;
      }
    }
  });
});
