import { randomInt, randomUUID } from 'node:crypto';
import type { Role } from '../../../shared/contract/define.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { BADGE_NUMBERS, badgeNumber } from '../../../shared/domain/badge.ts';
import { normaliseScan } from '../../../shared/domain/barcode.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { Clock } from '../ports.ts';
import type { Operator, OperatorStore } from './operator-store.ts';
import type { PinHash } from './pin-hash.ts';
import { isGoodPin } from './pin-rules.ts';

export type PersonChange = {
  readonly name?: string | undefined;
  readonly role?: Role | undefined;
  readonly active?: boolean | undefined;
};

/** Adding people and changing what is known about them. Nobody is ever deleted. */
export type People = {
  /** Somebody by id, by the code or number on their badge, or by name; active ones only. */
  readonly find: (text: string) => Operator | null;
  readonly add: (
    person: { readonly name: string; readonly role: Role; readonly pin: string },
    actor: string,
  ) => Promise<Result<Operator, Problem>>;
  readonly change: (id: string, change: PersonChange, actor: string) => Result<Operator, Problem>;
  readonly setPin: (id: string, pin: string, actor: string) => Promise<Result<Operator, Problem>>;
  readonly unlockPin: (id: string, actor: string) => Result<Operator, Problem>;
  readonly renewBadge: (id: string, actor: string) => Result<Operator, Problem>;
};

type Deps = {
  readonly store: OperatorStore;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly clock: Pick<Clock, 'now'>;
  readonly hash: PinHash | null;
  /** Name of the host's cipher, for the sentence that says why no PIN can be kept. */
  readonly cipherName: string;
};

type Write = (id: string, action: string, actor: string, detail: Readonly<Record<string, string | boolean>>) => void;

/** Creates the keeper of people. */
export function createPeople(deps: Deps): People {
  const { store, hash } = deps;
  const write: Write = (id, action, actor, detail) =>
    deps.audit.append({ atMs: deps.clock.now(), actor, action, subject: `operator:${id}`, detail });
  const changing = (id: string, work: (operator: Operator) => Result<null, Problem>): Result<Operator, Problem> =>
    store.transaction(() => {
      const operator = store.get(id);
      if (operator === null) return err({ code: 'operator-not-found' });
      const done = work(operator);
      return done.ok ? ok(store.get(id) ?? operator) : done;
    });
  return {
    find: (text) => find(store, text),
    add: async (person, actor) => {
      if (hash === null) return err({ code: 'credentials-unsafe', backend: deps.cipherName });
      if (!isGoodPin(person.pin)) return err({ code: 'pin-weak' });
      const pinHash = await hash.make(person.pin);
      return store.transaction(() => insert(deps, write, { ...person, pinHash }, actor));
    },
    change: (id, change, actor) => changing(id, (operator) => applyChange(store, write, operator, change, actor)),
    setPin: async (id, pin, actor) => {
      if (hash === null) return err({ code: 'credentials-unsafe', backend: deps.cipherName });
      if (!isGoodPin(pin)) return err({ code: 'pin-weak' });
      const pinHash = await hash.make(pin);
      return changing(id, () => {
        store.setPin(id, pinHash);
        write(id, 'operator.pin-set', actor, {});
        return ok(null);
      });
    },
    unlockPin: (id, actor) =>
      changing(id, ({ triesInAll }) => {
        store.setTries(id, 0, triesInAll);
        write(id, 'operator.pin-unlocked', actor, {});
        return ok(null);
      }),
    renewBadge: (id, actor) =>
      changing(id, (operator) => {
        store.update({ ...operator, badgeNumber: freeBadgeNumber(store) });
        write(id, 'operator.badge-renewed', actor, {});
        return ok(null);
      }),
  };
}

function find(store: OperatorStore, text: string): Operator | null {
  const typed = normaliseScan(text);
  const number = badgeNumber(typed) ?? (/^\d{5}$/.test(typed) ? Number(typed) : null);
  const operator = store.get(typed) ?? (number === null ? null : store.byBadge(number)) ?? store.byName(typed);
  return operator?.active === true ? operator : null;
}

function insert(
  { store, clock }: Deps,
  write: Write,
  person: { readonly name: string; readonly role: Role; readonly pinHash: string },
  actor: string,
): Result<Operator, Problem> {
  if (store.byName(person.name) !== null) return err({ code: 'operator-name-taken', name: person.name });
  if (person.role !== 'admin' && store.list().length === 0) return err({ code: 'operator-last-admin' });
  const id = randomUUID();
  store.insert({ ...person, id, badgeNumber: freeBadgeNumber(store), createdAtMs: clock.now() });
  write(id, 'operator.added', actor, { name: person.name, role: person.role });
  const added = store.get(id);
  return added === null ? err({ code: 'operator-not-found' }) : ok(added);
}

function applyChange(
  store: OperatorStore,
  write: Write,
  operator: Operator,
  { name = operator.name, role = operator.role, active = operator.active }: PersonChange,
  actor: string,
): Result<null, Problem> {
  const other = store.byName(name);
  if (other !== null && other.id !== operator.id) return err({ code: 'operator-name-taken', name });
  const staysAdmin = role === 'admin' && active;
  if (!staysAdmin && !store.list().some((each) => each.id !== operator.id && isAdmin(each)))
    return err({ code: 'operator-last-admin' });
  store.update({ ...operator, name, role, active });
  write(operator.id, 'operator.changed', actor, { name, role, active });
  return ok(null);
}

const isAdmin = ({ role, active }: Operator): boolean => role === 'admin' && active;

/** Numbers are drawn, not counted: a badge must not follow from somebody else's. */
function freeBadgeNumber(store: OperatorStore): number {
  for (;;) {
    const number = randomInt(BADGE_NUMBERS);
    if (store.byBadge(number) === null) return number;
  }
}
