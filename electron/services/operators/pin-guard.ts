import type { Problem } from '../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Clock } from '../ports.ts';
import type { Operator, OperatorStore } from './operator-store.ts';
import type { PinHash } from './pin-hash.ts';
import { TRIES_IN_ALL, TRIES_IN_ROW, waitAfterMs } from './pin-rules.ts';

/** Looks at PINs, slowly for who guesses. */
export type PinGuard = {
  /** The person, once the PIN is right. Errors: wrong, too soon, locked, spent; or PINs cannot be checked here at all. */
  readonly check: (operator: Operator, pin: string) => Promise<Result<Operator, Problem>>;
};

type Deps = {
  readonly store: Pick<OperatorStore, 'get' | 'setTries'>;
  readonly clock: Pick<Clock, 'monotonic'>;
  /** Null where this machine cannot open the secret PINs are hashed under. */
  readonly hash: PinHash | null;
};

/**
 * A try is counted and written before the PIN is looked at, so that ending the app in between wins nothing. How many
 * there were is in the database; the wait runs on the monotonic clock and starts anew with the app, so that neither a
 * restart nor another time of day shortens it.
 */
export function createPinGuard({ store, clock, hash }: Deps): PinGuard {
  const startedMs = clock.monotonic();
  const lastTryMs = new Map<string, number>();
  const stillToWaitMs = ({ id, triesInRow }: Operator): number =>
    waitAfterMs(triesInRow) - (clock.monotonic() - (lastTryMs.get(id) ?? startedMs));
  return {
    check: async ({ id }, pin) => {
      const operator = store.get(id);
      if (operator === null) return err({ code: 'operator-not-found' });
      if (hash === null) return err({ code: 'pin-unreadable' });
      if (operator.triesInAll >= TRIES_IN_ALL) return err({ code: 'pin-spent' });
      const waitMs = stillToWaitMs(operator);
      if (waitMs > 0) return err(tooSoon(operator, waitMs));
      const inRow = operator.triesInRow + 1;
      store.setTries(id, inRow, operator.triesInAll + 1);
      lastTryMs.set(id, clock.monotonic());
      if (!(await hash.matches(pin, operator.pinHash))) return err(wrong(inRow, operator.triesInAll + 1));
      store.setTries(id, 0, 0);
      lastTryMs.delete(id);
      return ok(operator);
    },
  };
}

const tooSoon = ({ triesInRow }: Operator, waitMs: number): Problem =>
  triesInRow >= TRIES_IN_ROW
    ? { code: 'pin-locked', minutes: Math.ceil(waitMs / 60_000) }
    : { code: 'pin-wait', seconds: Math.ceil(waitMs / 1_000) };

function wrong(triesInRow: number, triesInAll: number): Problem {
  if (triesInAll >= TRIES_IN_ALL) return { code: 'pin-spent' };
  const waitMs = waitAfterMs(triesInRow);
  return triesInRow >= TRIES_IN_ROW
    ? { code: 'pin-locked', minutes: Math.ceil(waitMs / 60_000) }
    : { code: 'pin-wrong', left: TRIES_IN_ROW - triesInRow, seconds: Math.ceil(waitMs / 1_000) };
}
