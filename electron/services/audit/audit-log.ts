import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { Steps } from '../db/steps.ts';
import { type AuditAnchor, type AuditBeginning, openAuditBeginning } from './audit-anchor.ts';
import type { AuditHead, AuditSigning } from './audit-signing.ts';

/** One thing somebody or the app did. `detail` holds facts for a person; never a secret, never receiver data. */
export type AuditEntry = {
  readonly atMs: number;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
};

/** `entries` is how many were looked at; `signed` whether there is a key to check the marks with. */
export type AuditCheck = {
  readonly ok: boolean;
  readonly entries: number;
  readonly detail: string;
  readonly signed: boolean;
};

/** The hash-chained, signed log (RELIABILITY S26). `append` must run inside the transaction of what it reports. */
export type AuditLog = {
  readonly append: (entry: AuditEntry) => void;
  /** Entries about a subject, oldest first, at most `limit`. */
  readonly about: (subject: string, limit: number) => readonly AuditEntry[];
  /** How many entries about a subject name this action. */
  readonly count: (subject: string, action: string) => number;
  readonly head: () => AuditHead;
  /** The last entry that was let go because of its age; entry 0 where none was. */
  readonly anchor: () => AuditAnchor;
  readonly forgetBefore: AuditBeginning['forgetBefore'];
  /** Hash of an entry, the anchor included; null where there is none. */
  readonly hashAt: (seq: number) => string | null;
  /** Recomputes the whole chain and every mark. */
  readonly verify: () => Steps<AuditCheck>;
};

type AuditRow = {
  seq: number;
  at_ms: number;
  actor: string;
  action: string;
  subject: string;
  detail: string;
  prev_hash: string;
  hash: string;
  mac: string;
};

const GENESIS = '0'.repeat(64);
/** Before the first entry. */
export const NO_HEAD: AuditHead = { seq: 0, hash: GENESIS };

/** The last entry of the log in a database, for who has no log open yet. */
export const auditHead = (database: Database): AuditHead =>
  database.prepare<[], AuditHead>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1').get() ?? NO_HEAD;

/** Opens the audit log over its table. Without a key entries are chained but not signed. */
export function createAuditLog(database: Database, signing: AuditSigning | null = null): AuditLog {
  const last = database.prepare<[], AuditHead>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1');
  const insert = database.prepare(
    'INSERT INTO audit (seq, at_ms, actor, action, subject, detail, prev_hash, hash, mac) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const select = database.prepare<[string, number], AuditRow>(
    'SELECT * FROM audit WHERE subject = ? ORDER BY seq LIMIT ?',
  );
  const count = database.prepare<[string, string], { count: number }>(
    'SELECT count(*) AS count FROM audit WHERE subject = ? AND action = ?',
  );
  const hashAt = database.prepare<[number], { hash: string }>('SELECT hash FROM audit WHERE seq = ?');
  const after = database.prepare<[number], AuditRow>(
    `SELECT * FROM audit WHERE seq > ? ORDER BY seq LIMIT ${ROWS_A_STEP}`,
  );
  const beginning = openAuditBeginning(database, signing, NO_HEAD);
  const head = (): AuditHead => last.get() ?? beginning.anchor();
  return {
    append: (entry) => {
      const { seq: lastSeq, hash: prevHash } = head();
      const seq = lastSeq + 1;
      const detail = JSON.stringify(entry.detail);
      const hash = rowHash(prevHash, [seq, entry.atMs, entry.actor, entry.action, entry.subject, detail]);
      const mac = signing === null ? '' : macOf(signing.key, hash);
      insert.run(seq, entry.atMs, entry.actor, entry.action, entry.subject, detail, prevHash, hash, mac);
    },
    about: (subject, limit) =>
      select.all(subject, limit).map((row) => ({
        atMs: row.at_ms,
        actor: row.actor,
        action: row.action,
        subject: row.subject,
        detail: JSON.parse(row.detail) as AuditEntry['detail'],
      })),
    count: (subject, action) => count.get(subject, action)?.count ?? 0,
    head,
    anchor: beginning.anchor,
    forgetBefore: beginning.forgetBefore,
    hashAt: (seq) => {
      const anchor = beginning.anchor();
      return seq === anchor.seq ? anchor.hash : (hashAt.get(seq)?.hash ?? null);
    },
    verify: function* () {
      const fault = beginning.fault();
      if (fault !== null) return { ok: false, entries: 0, detail: fault, signed: true };
      return yield* verifyChain((seq) => after.all(seq), beginning.anchor(), signing);
    },
  };
}

/** So few that checking them is no pause in a scan. */
const ROWS_A_STEP = 100;

type RowsAfter = (seq: number) => readonly AuditRow[];

function* verifyChain(rowsAfter: RowsAfter, anchor: AuditHead, signing: AuditSigning | null): Steps<AuditCheck> {
  const signed = signing !== null;
  let head = anchor;
  let entries = 0;
  // From before everything, not from the anchor: what should have gone with the age it covers is found as well.
  for (let rows = rowsAfter(Number.MIN_SAFE_INTEGER); rows.length > 0; rows = rowsAfter(head.seq)) {
    for (const row of rows) {
      entries += 1;
      const detail = faultOf(row, head, signing);
      if (detail !== null) return { ok: false, entries, detail, signed };
      head = row;
    }
    yield;
  }
  if (head.seq < (signing?.from.seq ?? 0))
    return { ok: false, entries, detail: `entries after ${head.seq} are missing`, signed };
  return { ok: true, entries, detail: '', signed };
}

/** What is wrong with an entry behind `before`; null when nothing is. */
function faultOf(row: AuditRow, before: AuditHead, signing: AuditSigning | null): string | null {
  const expected = rowHash(before.hash, [row.seq, row.at_ms, row.actor, row.action, row.subject, row.detail]);
  if (row.seq !== before.seq + 1 || row.prev_hash !== before.hash || row.hash !== expected)
    return `entry ${row.seq} does not fit the one before it`;
  if (row.seq === signing?.from.seq && row.hash !== signing.from.hash)
    return `entry ${row.seq} is not the one the signatures begin after`;
  if (signing !== null && row.seq > signing.from.seq && !sameText(row.mac, macOf(signing.key, row.hash)))
    return `entry ${row.seq} was not signed by this desk`;
  return null;
}

const rowHash = (prevHash: string, fields: readonly (string | number)[]): string =>
  createHash('sha256').update(prevHash).update(JSON.stringify(fields)).digest('hex');

/** Keyed mark on a text; hexadecimal. */
export const macOf = (key: Uint8Array, text: string): string => createHmac('sha256', key).update(text).digest('hex');

/** Compares without telling by time how far two texts agree. */
export const sameText = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
