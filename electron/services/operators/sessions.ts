import { type Access, allows, type CallContext } from '../../../shared/contract/define.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { badgeNumber } from '../../../shared/domain/badge.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { EventHub } from '../events.ts';
import type { Clock } from '../ports.ts';
import type { Operator, OperatorStore } from './operator-store.ts';

/** Who stands at a window now. */
export type Standing = {
  readonly state: 'open' | 'signed-in' | 'signed-out' | 'locked';
  readonly operator: Operator | null;
  readonly access: Access;
};

/**
 * Who is signed in at which window. Kept in memory only: a new start of the app begins with signing in. A person's role
 * is read at every call, so that a change of role or a deactivation counts at once.
 */
export type Sessions = {
  readonly standing: (session: string) => Standing;
  /** What a door hands to the backend for a call from this window. */
  readonly context: (session: string) => CallContext;
  /** After the PIN was right. */
  readonly signIn: (session: string, operator: Operator) => void;
  /** A badge alone: a packer at most. Errors: not known; the shop wants the PIN too. */
  readonly showBadge: (session: string, code: string) => Result<null, Problem>;
  readonly signOut: (session: string) => void;
  readonly lock: (session: string) => void;
  /** Their PIN or badge is another one now: whoever came in with the old one has to say who they are, but at `except`. */
  readonly lockPerson: (operatorId: string, except?: string) => void;
  /** The machine slept: whoever opens it again has to say who they are. */
  readonly lockAll: () => void;
  /** A hand was on this window just now. */
  readonly touch: (session: string) => void;
};

type Deps = {
  readonly store: Pick<OperatorStore, 'get' | 'byBadge' | 'list'>;
  readonly settings: () => Settings;
  readonly clock: Pick<Clock, 'now' | 'monotonic'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly events: Pick<EventHub, 'emit'>;
  /** Name of who works at a desk without people set up. */
  readonly owner: () => string;
};

type Session = {
  readonly operatorId: string;
  readonly byPin: boolean;
  readonly locked: boolean;
  readonly touchedMs: number;
};

/** More windows than any bench has; the oldest is signed out. */
const MAX_SESSIONS = 50;

/** Creates the sessions of one run of the app. */
export function createSessions(deps: Deps): Sessions {
  const { store, clock, settings } = deps;
  const sessions = new Map<string, Session>();
  let isSetUp = false;
  const tell = (): void => deps.events.emit('session.changed', []);
  const lock = (name: string): void => {
    const session = sessions.get(name);
    if (session === undefined || session.locked) return;
    sessions.set(name, { ...session, locked: true });
    tell();
  };
  const enter = (name: string, operator: Operator, byPin: boolean): void => {
    putNewest(sessions, name, { operatorId: operator.id, byPin, locked: false, touchedMs: clock.monotonic() });
    noteEntry(deps, operator, byPin);
    tell();
  };
  const standing = (name: string): Standing => {
    isSetUp ||= store.list().length > 0;
    if (!isSetUp) return { state: 'open', operator: null, access: 'admin' };
    const session = sessions.get(name);
    const operator = session === undefined ? null : store.get(session.operatorId);
    if (session === undefined || operator?.active !== true)
      return { state: 'signed-out', operator: null, access: 'anyone' };
    if (clock.monotonic() - session.touchedMs > settings()['operators.lockAfterMs']) lock(name);
    if (sessions.get(name)?.locked !== false) return { state: 'locked', operator, access: 'anyone' };
    return { state: 'signed-in', operator, access: session.byPin ? operator.role : 'packer' };
  };
  return {
    standing,
    context: (name) => contextOf(standing(name), name, deps.owner),
    signIn: (name, operator) => enter(name, operator, true),
    showBadge: (name, code) => {
      const operator = ownerOfBadge(store, code);
      if (operator === null) return err({ code: 'badge-unknown' });
      const now = standing(name);
      if (now.state === 'signed-in' && now.operator?.id === operator.id) return ok(null);
      if (settings()['operators.badgeAlone'] === 'needs-pin')
        return err({ code: 'pin-needed', operatorId: operator.id, name: operator.name });
      enter(name, operator, false);
      return ok(null);
    },
    signOut: (name) => {
      if (sessions.delete(name)) tell();
    },
    lock,
    lockPerson: (operatorId, except) => {
      for (const [name, session] of sessions) if (session.operatorId === operatorId && name !== except) lock(name);
    },
    lockAll: () => [...sessions.keys()].forEach(lock),
    touch: (name) => {
      const session = sessions.get(name);
      if (session !== undefined && allows(standing(name).access, 'packer'))
        sessions.set(name, { ...session, touchedMs: clock.monotonic() });
    },
  };
}

function putNewest(sessions: Map<string, Session>, name: string, session: Session): void {
  sessions.delete(name);
  sessions.set(name, session);
  const oldest = sessions.keys().next();
  if (sessions.size > MAX_SESSIONS && oldest.done === false) sessions.delete(oldest.value);
}

const noteEntry = ({ audit, clock }: Deps, operator: Operator, byPin: boolean): void =>
  audit.append({
    atMs: clock.now(),
    actor: operator.name,
    action: byPin ? 'operator.signed-in' : 'operator.badge-shown',
    subject: `operator:${operator.id}`,
    detail: {},
  });

function contextOf({ state, operator, access }: Standing, session: string, owner: () => string): CallContext {
  const said = state === 'open' ? owner() : state === 'signed-in' ? (operator?.name ?? '') : '';
  return { role: access, operator: said, session };
}

function ownerOfBadge(store: Deps['store'], code: string): Operator | null {
  const number = badgeNumber(code);
  const operator = number === null ? null : store.byBadge(number);
  return operator?.active === true ? operator : null;
}
