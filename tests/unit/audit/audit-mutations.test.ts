import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { createAuditHeads } from '../../../electron/services/audit/audit-heads.ts';
import { createAuditLog, NO_HEAD } from '../../../electron/services/audit/audit-log.ts';
import type { AuditSigning } from '../../../electron/services/audit/audit-signing.ts';
import { openDatabase } from '../../../electron/services/db/open.ts';
import { atOnce } from '../../../electron/services/db/steps.ts';

const SIGNING: AuditSigning = { key: Buffer.alloc(32, 7), from: NO_HEAD };
const ROWS = 60;

function setup(signing: AuditSigning | null = SIGNING) {
  const dataDir = mkdtempSync(join(tmpdir(), 'audit-'));
  const opened = openDatabase({ dataDir, nowMs: 0 });
  if (!opened.ok) throw new Error(opened.error.code);
  const { database } = opened.value;
  const audit = createAuditLog(database, signing);
  const file = join(dataDir, 'audit.heads');
  const heads = createAuditHeads({ file, audit, signing, now: () => 0 });
  const write = (count: number) => {
    for (let index = 0; index < count; index += 1)
      audit.append({ atMs: index, actor: 'Mei', action: 'T13', subject: `op:${index % 9}`, detail: { no: index } });
  };
  write(ROWS);
  heads.note();
  database.exec('DROP TRIGGER audit_no_update; DROP TRIGGER audit_no_delete;');
  return { database, audit, heads, file, write };
}

type Row = Record<'seq' | 'at_ms', number> &
  Record<'actor' | 'action' | 'subject' | 'detail' | 'prev_hash' | 'hash' | 'mac', string>;
const FIELDS = ['at_ms', 'actor', 'action', 'subject', 'detail', 'hash', 'prev_hash', 'mac'] as const;

/** What somebody with the database file and all of the source, but not the key, could do to the rows. */
function mutate(rows: Row[], pick: (below: number) => number): Row[] {
  const at = pick(rows.length - 1);
  const changed = rows.map((row) => ({ ...row }));
  const row = changed[at];
  if (row === undefined) throw new Error('no row');
  switch (pick(4)) {
    case 0: {
      const field = FIELDS[pick(FIELDS.length)] ?? 'actor';
      if (field === 'at_ms') row.at_ms += 1;
      else row[field] = row[field].replace(/^./, (sign) => (sign === 'a' ? 'b' : 'a'));
      break;
    }
    case 1:
      changed.splice(at, 1);
      break;
    case 2:
      changed.splice(at, 0, { ...row, detail: '{"no":-1}' });
      break;
    default:
      changed.splice(at, 2, ...changed.slice(at, at + 2).reverse());
  }
  return pick(2) === 0 ? renumbered(changed) : rechained(renumbered(changed));
}

const renumbered = (rows: readonly Row[]): Row[] => rows.map((row, index) => ({ ...row, seq: index + 1 }));

/** With the chain computed anew, which needs no key. */
function rechained(rows: readonly Row[]): Row[] {
  let prev = '0'.repeat(64);
  return rows.map((row) => {
    const text = JSON.stringify([row.seq, row.at_ms, row.actor, row.action, row.subject, row.detail]);
    const hash = createHash('sha256').update(prev).update(text).digest('hex');
    const next = { ...row, prev_hash: prev, hash };
    prev = hash;
    return next;
  });
}

function put(database: Database, rows: readonly Row[]): void {
  database.exec('DELETE FROM audit');
  const insert = database.prepare(
    'INSERT INTO audit VALUES (@seq, @at_ms, @actor, @action, @subject, @detail, @prev_hash, @hash, @mac)',
  );
  for (const row of rows) insert.run(row);
}

/** The same numbers every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function found(signing: AuditSigning | null, count: number): number {
  const { database, audit } = setup(signing);
  const rows = database.prepare('SELECT * FROM audit ORDER BY seq').all() as Row[];
  const pick = numbers(42);
  const before = JSON.stringify(rows);
  let seen = 0;
  for (let made = 0; made < count; ) {
    const changed = mutate(rows, pick);
    // A changed hash that is then computed anew is the old log again.
    if (JSON.stringify(changed) === before) continue;
    made += 1;
    database.transaction(() => put(database, changed))();
    if (!atOnce(audit.verify()).ok) seen += 1;
  }
  return seen;
}

describe('a log somebody with the file has changed', () => {
  it('is found out 1,000 times of 1,000: edited, shortened inside, added to, put in another order, chained anew', () => {
    expect(found(SIGNING, 1_000)).toBe(1_000);
  }, 240_000);

  it('would often not be found out by the chain alone: the key is what tells', () => {
    expect(found(null, 200)).toBeLessThan(150);
  }, 120_000);
});

describe('a log whose end was cut off', () => {
  it('is found out by the lines beside the database, also after it was written on', () => {
    const { database, audit, heads, write } = setup();
    database.exec(`DELETE FROM audit WHERE seq > ${ROWS - 10}`);
    expect(atOnce(audit.verify()).ok).toBe(true);
    expect(heads.check()).toContain(`entry ${ROWS} `);
    write(40);
    expect(atOnce(audit.verify()).ok).toBe(true);
    expect(heads.check()).toContain(`entry ${ROWS} `);
  });

  it('is in order after a restore, which is a signed line of its own', () => {
    const { database, heads, file, write } = setup();
    database.exec(`DELETE FROM audit WHERE seq > ${ROWS - 10}`);
    heads.noteRestored();
    write(40);
    heads.note();
    expect(heads.check()).toBeNull();
    const forged = readFileSync(file, 'utf8').replaceAll('"mac":"', '"mac":"0');
    database.exec('DELETE FROM audit WHERE seq > 5');
    writeFileSync(file, `${readFileSync(file, 'utf8')}${forged.split('\n')[1]}\n`);
    expect(heads.check()).not.toBeNull();
  });

  it('says at the next start, in the log itself, that the lines are gone', () => {
    const { heads, audit, file } = setup();
    writeFileSync(file, '');
    heads.open();
    expect(atOnce(audit.verify()).ok).toBe(true);
  });
});

describe('a log whose oldest entries were let go', () => {
  const shortened = () => {
    const desk = setup();
    expect(desk.audit.forgetBefore(40, 25)).toBe(25);
    expect(desk.audit.forgetBefore(40, 25)).toBe(15);
    expect(desk.audit.forgetBefore(40, 25)).toBe(0);
    return desk;
  };

  it('still verifies from its signed beginning, also when it was written on, and fits the lines beside it', () => {
    const { audit, heads, write, database } = shortened();
    write(10);
    expect(atOnce(audit.verify())).toMatchObject({ ok: true, entries: ROWS - 40 + 10 });
    expect(heads.check()).toBeNull();
    expect(database.prepare('SELECT min(seq) FROM audit').pluck().get()).toBe(41);
  });

  it('never loses its newest entry, however old it is', () => {
    const { audit } = setup();
    expect(audit.forgetBefore(Number.MAX_SAFE_INTEGER, 1_000)).toBe(ROWS - 1);
    expect(atOnce(audit.verify())).toMatchObject({ ok: true, entries: 1 });
  });

  it.each([
    'DELETE FROM audit WHERE seq = 41',
    "UPDATE audit SET actor = 'Li' WHERE seq = 41",
    "UPDATE audit_anchor SET hash = '0'",
    'DELETE FROM audit WHERE seq <= 45; UPDATE audit_anchor SET seq = 45, hash = (SELECT prev_hash FROM audit WHERE seq = 46)',
  ])('is found out when somebody shortens it further: %s', (statement) => {
    const { database, audit } = shortened();
    database.exec(statement);
    expect(atOnce(audit.verify()).ok).toBe(false);
  });

  it('lets no statement take what is not let go, nor move its beginning back', () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'audit-'));
    const opened = openDatabase({ dataDir, nowMs: 0 });
    if (!opened.ok) throw new Error(opened.error.code);
    const { database } = opened.value;
    const audit = createAuditLog(database, SIGNING);
    for (let n = 0; n < 9; n += 1) audit.append({ atMs: n, actor: 'Mei', action: 'T1', subject: 'op:1', detail: {} });
    audit.forgetBefore(4, 10);
    expect(() => database.exec('DELETE FROM audit WHERE seq = 5')).toThrow('append-only');
    expect(() => database.exec('UPDATE audit_anchor SET seq = 1')).toThrow('never begins earlier');
    expect(() => database.exec('DELETE FROM audit_anchor')).toThrow('is kept');
  });
});
