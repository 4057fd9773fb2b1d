import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createRouter } from '../../../electron/services/api/router.ts';
import { openDatabase } from '../../../electron/services/db/open.ts';
import { storageProblem } from '../../../electron/services/db/storage-problem.ts';
import { command, query } from '../../../shared/contract/define.ts';

const contract = {
  notes: {
    write: command('packer', z.strictObject({ text: z.string().max(100_000) }), z.strictObject({ rows: z.int() })),
    erase: command('admin', z.strictObject({}), z.strictObject({})),
    broken: query('packer', z.strictObject({}), z.strictObject({ rows: z.int() })),
  },
};

function setup() {
  const dir = mkdtempSync(join(tmpdir(), 'router-'));
  const opened = openDatabase({ dataDir: dir, nowMs: 0 });
  if (!opened.ok) throw new Error(opened.error.code);
  const { database } = opened.value;
  const logged: string[] = [];
  const log = {
    info: () => undefined,
    warn: () => undefined,
    error: (event: string, fields?: object) => void logged.push(event + JSON.stringify(fields)),
  };
  const insert = database.prepare('INSERT OR REPLACE INTO setting (key, value) VALUES (?, ?)');
  const handlers = {
    notes: {
      write: ({ text }: { text: string }) => {
        insert.run(String(text.length), text);
        return { ok: true, value: { rows: 1 } };
      },
      erase: () => ({ ok: true, value: {} }),
      broken: () => {
        throw new TypeError('a secret in a message');
      },
    },
  };
  const route = createRouter(contract, handlers, log, { problemOf: (error) => storageProblem(error, dir) });
  const call = (name: string, input: unknown, role: 'packer' | 'admin' = 'packer') =>
    route({ name, input }, { role, operator: 'Mei' });
  return { call, database, dir, logged };
}

describe('the router', () => {
  it('says in one problem that the disk is full, and works again once there is room', async () => {
    const { call, database, dir } = setup();
    const pages = database.pragma('page_count', { simple: true }) as number;
    database.pragma(`max_page_count = ${pages}`);
    const full = await call('notes.write', { text: 'x'.repeat(90_000) });
    expect(full).toEqual({ ok: false, error: { code: 'disk-full', dir } });
    database.pragma('max_page_count = 1000000');
    expect(await call('notes.write', { text: 'x'.repeat(90_000) })).toEqual({ ok: true, value: { rows: 1 } });
  });

  it('turns a bug into a reference that is also in the log, and keeps its message out of both', async () => {
    const { call, logged } = setup();
    const answer = await call('notes.broken', {});
    expect(answer).toMatchObject({ ok: false, error: { code: 'internal' } });
    const ref = !answer.ok && answer.error.code === 'internal' ? answer.error.ref : '';
    expect(logged.join()).toContain(ref);
    expect(logged.join() + JSON.stringify(answer)).not.toContain('secret');
  });

  it('refuses who may not, what it does not know and keys nobody asked for', async () => {
    const { call } = setup();
    expect(await call('notes.erase', {})).toEqual({ ok: false, error: { code: 'not-allowed', role: 'admin' } });
    expect(await call('notes.erase', {}, 'admin')).toEqual({ ok: true, value: {} });
    expect(await call('notes.toString', {})).toMatchObject({ error: { code: 'unknown-procedure' } });
    expect(await call('notes.write', { text: 'a', more: 1 })).toMatchObject({ error: { code: 'bad-request' } });
  });
});
