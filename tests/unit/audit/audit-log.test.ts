import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAuditLog } from '../../../electron/services/audit/audit-log.ts';
import { openDatabase } from '../../../electron/services/db/open.ts';
import { atOnce } from '../../../electron/services/db/steps.ts';

function setup() {
  const opened = openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'audit-')), nowMs: 0 });
  if (!opened.ok) throw new Error(opened.error.code);
  const { database } = opened.value;
  const audit = createAuditLog(database);
  for (let index = 0; index < 20; index += 1)
    audit.append({
      atMs: index,
      actor: 'Mei',
      action: 'shop.added',
      subject: `shop:${index % 3}`,
      detail: { name: `Tea ${index}` },
    });
  return { database, audit };
}

describe('the audit log', () => {
  it('is whole when nobody touched it', () => {
    const { audit } = setup();
    expect(atOnce(audit.verify())).toEqual({ ok: true, entries: 20, detail: '', signed: false });
    expect(audit.about('shop:1', 10).map((entry) => entry.detail)).toContainEqual({ name: 'Tea 4' });
  });

  it('lets no statement change or delete an entry', () => {
    const { database } = setup();
    expect(() => database.exec("UPDATE audit SET actor = 'Li'")).toThrow('append-only');
    expect(() => database.exec('DELETE FROM audit WHERE seq = 3')).toThrow('append-only');
  });

  it.each([
    ["UPDATE audit SET actor = 'Li' WHERE seq = 7", 7],
    ["UPDATE audit SET detail = '{}' WHERE seq = 12", 12],
    ['DELETE FROM audit WHERE seq = 5', 6],
    ['UPDATE audit SET seq = 99 WHERE seq = 20', 99],
  ])('finds what a person with the file did: %s', (statement, at) => {
    const { database, audit } = setup();
    database.exec('DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete;');
    database.exec(statement);
    expect(atOnce(audit.verify())).toMatchObject({ ok: false, detail: expect.stringContaining(String(at)) as unknown });
  });
});
