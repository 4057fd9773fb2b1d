import type { Database } from 'better-sqlite3';
import type { Settings } from '../../../shared/contract/settings.ts';
import { namelessBench } from '../../../shared/messages/nameless-bench.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { EventHub } from '../events.ts';
import type { Clock } from '../ports.ts';
import { type Approvals, createApprovals } from './approvals.ts';
import { createKeptScanStore, type KeptScanStore } from './kept-scan-store.ts';
import { createOperatorStore, type OperatorStore } from './operator-store.ts';
import { createPeople, type People } from './people.ts';
import { createPinGuard, type PinGuard } from './pin-guard.ts';
import { createPinHash } from './pin-hash.ts';
import { createSessions, type Sessions } from './sessions.ts';

/** Everything about people at this desk. */
export type Operators = {
  readonly store: OperatorStore;
  readonly people: People;
  readonly guard: PinGuard;
  readonly sessions: Sessions;
  readonly approvals: Approvals;
  readonly keptScans: KeptScanStore;
};

/** Puts the parts together. `pepper` is null where this machine has no safe place for it, or cannot open it. */
export function createOperators(deps: {
  readonly database: Database;
  readonly audit: AuditLog;
  readonly clock: Clock;
  readonly events: EventHub;
  readonly settings: () => Settings;
  readonly pepper: Uint8Array | null;
  readonly cipherName: string;
}): Operators {
  const store = createOperatorStore(deps.database);
  const hash = deps.pepper === null ? null : createPinHash(deps.pepper);
  const people = createPeople({ ...deps, store, hash });
  const guard = createPinGuard({ ...deps, store, hash });
  return {
    store,
    people,
    guard,
    sessions: createSessions({
      ...deps,
      store,
      owner: () => deps.settings()['operator.name'] || namelessBench(deps.settings()['ui.language']),
    }),
    approvals: createApprovals({ ...deps, people, guard }),
    keptScans: createKeptScanStore(deps.database),
  };
}
