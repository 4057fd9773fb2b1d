import type { Client } from '../../shared/contract/define.ts';
import type { AppContract } from '../../shared/contract/index.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { EventName } from '../../shared/contract/event.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { createFakeDesk, type FakeDesk, type FakeDeskOptions } from './fake-desk.ts';

type Answer = Result<unknown, Problem>;
/** Answers by procedure name, for example `outbox.list`; a function sees the input. Anything else is refused. */
export type OfficeAnswers = Readonly<Record<string, (input: never) => Answer | Promise<Answer>>>;

/** A fake desk that also answers what the office pages ask, and remembers every call. */
export type OfficeDesk = FakeDesk & {
  readonly calls: readonly { readonly name: string; readonly input: unknown }[];
  readonly callsOf: (name: string) => readonly unknown[];
  readonly changed: (name: EventName) => void;
  /** From now on every upload comes to this. */
  readonly refuseUploads: (refusal: Result<string, Problem>) => void;
};

export function createOfficeDesk(answers: OfficeAnswers, options: FakeDeskOptions = {}): OfficeDesk {
  const desk = createFakeDesk(options);
  const calls: { readonly name: string; readonly input: unknown }[] = [];
  let seq = 0;
  let uploaded: Result<string, Problem> = ok('file-1');
  const area = (areaName: string): unknown => {
    const known: unknown = Reflect.get(desk.client, areaName) ?? {};
    return new Proxy(known as object, {
      get: (target, name) => async (input: never) => {
        const full = `${areaName}.${String(name)}`;
        calls.push({ name: full, input });
        const own = answers[full];
        if (own) return own(input);
        const inherited: unknown = Reflect.get(target, name);
        if (typeof inherited === 'function') return (inherited as (input: unknown) => unknown)(input);
        return err({ code: 'unknown-procedure', name: full });
      },
    });
  };
  return {
    ...desk,
    client: new Proxy({}, { get: (_target, name) => area(String(name)) }) as Client<AppContract>,
    upload: async () => uploaded,
    calls,
    callsOf: (name) => calls.filter((call) => call.name === name).map(({ input }) => input),
    refuseUploads: (refusal) => {
      uploaded = refusal;
    },
    changed: (name) => desk.tell({ kind: 'event', event: { seq: ++seq, name, ids: [] } }),
  };
}

/** Counts of all states, zero where not told otherwise. */
export const counts = (over: Readonly<Record<string, number>> = {}) => ({
  ready: 0,
  wait: 0,
  sending: 0,
  in_doubt: 0,
  held: 0,
  rejected: 0,
  conflict: 0,
  quarantined: 0,
  cancelled: 0,
  shipped: 0,
  ...over,
});
