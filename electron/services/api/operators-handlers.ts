import { allows, type CallContext, type Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import type { OperatorView, SessionView } from '../../../shared/contract/operators.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { badgeCode } from '../../../shared/domain/badge.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { EventHub } from '../events.ts';
import { badgeSheet } from '../operators/badge-sheet.ts';
import type { Operator } from '../operators/operator-store.ts';
import type { Operators } from '../operators/operators.ts';
import { TRIES_IN_ALL, TRIES_IN_ROW } from '../operators/pin-rules.ts';
import { settleKeptScans, type SettleDeps } from '../operators/settle-kept-scans.ts';
import type { FileStore } from '../web/file-store.ts';

type Deps = SettleDeps & {
  readonly operators: Operators;
  readonly events: Pick<EventHub, 'emit'>;
  readonly files: Pick<FileStore, 'put'>;
};

type Area = Handlers<AppContract>['operators'];
type AtTheWindow =
  | 'session'
  | 'signIn'
  | 'showBadge'
  | 'signOut'
  | 'lock'
  | 'stillHere'
  | 'keptScans'
  | 'settleKeptScans';

/** Answers `operators.*`. */
export const operatorsHandlers = (deps: Deps): Area => ({ ...windowHandlers(deps), ...peopleHandlers(deps) });

/** Who stands at the window that asks. */
function windowHandlers(deps: Deps): Pick<Area, AtTheWindow> {
  const { people, guard, sessions, keptScans } = deps.operators;
  const view = (context: CallContext) => ok(sessionView(deps.operators, context.session ?? ''));
  return {
    session: (_input, context) => view(context),
    signIn: async ({ operatorId, pin }, context) => {
      const operator = people.find(operatorId);
      if (operator === null) return err({ code: 'operator-not-found' });
      const checked = await guard.check(operator, pin);
      if (!checked.ok) return checked;
      sessions.signIn(context.session ?? '', checked.value);
      return view(context);
    },
    showBadge: ({ code }, context) => {
      const shown = sessions.showBadge(context.session ?? '', code);
      return shown.ok ? view(context) : shown;
    },
    signOut: (_input, context) => {
      sessions.signOut(context.session ?? '');
      return view(context);
    },
    lock: (_input, context) => {
      sessions.lock(context.session ?? '');
      return view(context);
    },
    stillHere: (_input, { session }) => {
      sessions.touch(session ?? '');
      return ok({});
    },
    keptScans: () => ok(keptScans.list().map(({ no, atMs, text }) => ({ no, at: isoFromMs(atMs), text }))),
    settleKeptScans: async ({ take }, context) => {
      const settled = await settleKeptScans(deps, take, context);
      deps.events.emit('session.changed', []);
      return ok(settled);
    },
  };
}

/** Who there is, and what they may do. */
function peopleHandlers({ operators, events, files }: Deps): Omit<Area, AtTheWindow> {
  const { people, guard, sessions, store } = operators;
  const changed = (result: Result<Operator, Problem>): Result<OperatorView, Problem> => {
    if (!result.ok) return result;
    events.emit('operators.changed', [result.value.id]);
    events.emit('session.changed', []);
    return ok(operatorView(result.value));
  };
  return {
    list: () => ok(store.list().map(operatorView)),
    add: async (person, context) => {
      const isFirst = store.list().length === 0;
      const added = await people.add(person, context.operator);
      if (added.ok && isFirst) sessions.signIn(context.session ?? '', added.value);
      return changed(added);
    },
    change: ({ id, ...change }, { operator }) => changed(people.change(id, change, operator)),
    setPin: async ({ id, pin }, { operator, session }) => {
      const set = await people.setPin(id, pin, operator);
      if (set.ok) sessions.lockPerson(id, session);
      return changed(set);
    },
    setOwnPin: async ({ pin, newPin }, context) => {
      const { operator } = sessions.standing(context.session ?? '');
      if (operator === null) return err({ code: 'sign-in-needed' });
      const checked = await guard.check(operator, pin);
      if (!checked.ok) return checked;
      const set = changed(await people.setPin(operator.id, newPin, operator.name));
      if (set.ok) sessions.lockPerson(operator.id, context.session);
      return set.ok ? ok({}) : set;
    },
    unlockPin: ({ id }, { operator }) => changed(people.unlockPin(id, operator)),
    renewBadge: ({ id }, { operator, session }) => {
      const renewed = people.renewBadge(id, operator);
      if (renewed.ok) sessions.lockPerson(id, session);
      return changed(renewed);
    },
    badgeSheet: ({ ids, language }) => {
      const wanted = ids.flatMap((id) => store.get(id) ?? []).filter(({ active }) => active);
      if (wanted.length === 0) return err({ code: 'operator-not-found' });
      const bytes = new TextEncoder().encode(badgeSheet(wanted, language));
      return ok({ fileId: files.put({ name: 'badges.html', bytes }) });
    },
  };
}

const operatorView = (operator: Operator): OperatorView => ({
  id: operator.id,
  name: operator.name,
  role: operator.role,
  active: operator.active,
  badge: badgeCode(operator.badgeNumber),
  pin: operator.triesInAll >= TRIES_IN_ALL ? 'spent' : operator.triesInRow >= TRIES_IN_ROW ? 'locked' : 'good',
  createdAt: isoFromMs(operator.createdAtMs),
});

function sessionView({ sessions, store, keptScans }: Operators, session: string): SessionView {
  const { state, operator, access } = sessions.standing(session);
  return {
    state,
    access,
    operator: operator === null ? null : { id: operator.id, name: operator.name, role: operator.role },
    people: store
      .list()
      .filter(({ active }) => active)
      .map(({ id, name, role }) => ({ id, name, mayApprove: allows(role, 'supervisor') })),
    keptScans: keptScans.count(),
  };
}
