import type { Database } from 'better-sqlite3';
import type { VerifyReport } from '../../../shared/contract/system.ts';
import type { AuditHeads } from '../audit/audit-heads.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { inTurns } from '../db/steps.ts';

/** Checks everything that can be checked on this machine: the file, the audit chain, payload hashes, conservation, the scan journal. */
export async function verifyData(deps: {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly heads: AuditHeads;
  readonly outbox: Outbox;
}): Promise<Omit<VerifyReport, 'photos'>> {
  const rows = deps.database.pragma('integrity_check(5)') as readonly { integrity_check: string }[];
  const findings = rows.map((row) => row.integrity_check).filter((finding) => finding !== 'ok');
  return {
    integrity: { ok: findings.length === 0, detail: findings.join('; ').slice(0, 500) },
    audit: await verifyAudit(deps),
    conservation: deps.outbox.conservation(),
    journal: await inTurns(deps.outbox.verifyJournal()),
    payloads: await inTurns(deps.outbox.verifyPayloads()),
  };
}

/** The chain and its marks, and then the lines beside the database that say how far it went. */
async function verifyAudit({
  audit,
  heads,
}: {
  readonly audit: AuditLog;
  readonly heads: AuditHeads;
}): Promise<VerifyReport['audit']> {
  const chain = await inTurns(audit.verify());
  const missing = heads.check();
  return {
    ...chain,
    ok: chain.ok && missing === null,
    detail: chain.detail === '' ? (missing ?? '') : chain.detail,
    fingerprint: heads.fingerprint(),
  };
}
