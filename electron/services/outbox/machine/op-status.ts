import { z } from 'zod';
import type { LocalCode } from '../../../../shared/domain/outbox-reason.ts';
import type { HoldKind, OpState, Proof, ResendClass } from '../../../../shared/domain/op.ts';

/** What the rules count per op. All times are epoch ms of the wall clock. */
const CountersSchema = z.strictObject({
  /** Attempts begun, the one in flight included. */
  attempts: z.int().nonnegative().default(0),
  /** Tries in a row that are proven not applied (T4). */
  tries: z.int().nonnegative().default(0),
  /** The platform code of the last such try, and how often in a row it came. */
  retryCode: z.string().nullable().default(null),
  retryCodeTries: z.int().nonnegative().default(0),
  lastTryAtMs: z.number().nullable().default(null),
  /** Time spent online without success. */
  onlineMs: z.number().nonnegative().default(0),
  /** Resends the machine decided by itself (T11). */
  autoResends: z.int().nonnegative().default(0),
  /** Earliest time a look may count as "not there". */
  settleUntilMs: z.number().nullable().default(null),
  /** Looks that found nothing, counted only after the settle time, spaced, and within one run of the app. */
  absent: z.int().nonnegative().default(0),
  lastAbsentAtMs: z.number().nullable().default(null),
  absentEpoch: z.int().nullable().default(null),
  failedLooks: z.int().nonnegative().default(0),
  /** Set when the platform refused and said the order may already be shipped: what a look that finds nothing means. */
  lookFirst: z.enum(['refused', 'conflict']).nullable().default(null),
  /** Ends of the process while this op was being sent. */
  deaths: z.int().nonnegative().default(0),
  /** When the op was first held for what it is held for. */
  heldSinceMs: z.number().nullable().default(null),
});
export type Counters = z.infer<typeof CountersSchema>;

/** The counters of an op nothing has happened to yet. */
export const NO_COUNTS: Counters = CountersSchema.parse({});

/** Where an op stands: everything that changes about it. Written by the machine only. */
export type OpStatus = {
  readonly state: OpState;
  /** When it is due: a try (ready, wait), a look (in_doubt), a re-check (held). Null: nothing happens by itself. */
  readonly notBeforeMs: number | null;
  readonly doubtSinceMs: number | null;
  readonly holdKind: HoldKind | null;
  readonly proof: Proof | null;
  /** The platform's code, or ours as `local:…`. */
  readonly code: string | null;
  /** The platform's own words, redacted. */
  readonly message: string;
  readonly requestId: string;
  readonly counters: Counters;
};

/** What never changes about an op and matters to the rules. `canLook`: the platform can be asked what became of it. */
export type OpFacts = { readonly resendClass: ResendClass; readonly canLook: boolean };

/** True once the outcome of some call for this op was unknown, whatever has been found out since. */
export const wasInDoubt = ({ counters }: Pick<OpStatus, 'counters'>): boolean => counters.settleUntilMs !== null;

/** A fresh op (T1). */
export const newStatus = (atMs: number): OpStatus => ({
  state: 'ready',
  notBeforeMs: atMs,
  doubtSinceMs: null,
  holdKind: null,
  proof: null,
  code: null,
  message: '',
  requestId: '',
  counters: NO_COUNTS,
});

/** An op entered from outside the normal path (restore, scan journal): maybe applied, so it is looked up first. */
export const restoredStatus = (atMs: number, settleMs: number, code: LocalCode): OpStatus => ({
  ...newStatus(atMs),
  state: 'in_doubt',
  notBeforeMs: atMs + settleMs,
  doubtSinceMs: atMs,
  code,
  counters: { ...NO_COUNTS, settleUntilMs: atMs + settleMs },
});

/** Counters as stored: only what differs from the start, as JSON. */
export const writeCounters = (counters: Counters): string =>
  counters === NO_COUNTS
    ? '{}'
    : JSON.stringify(
        Object.fromEntries(
          Object.entries(counters).filter(([name, value]) => value !== NO_COUNTS[name as keyof Counters]),
        ),
      );

/** Stored counters, or null when they are not ours. */
export function readCounters(text: string): Counters | null {
  try {
    const parsed = CountersSchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
