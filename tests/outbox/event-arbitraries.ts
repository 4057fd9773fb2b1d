import fc from 'fast-check';
import type { Answer, LookResult, OutboxEvent } from '../../electron/services/outbox/machine/event.ts';

/** An event without its time: the test sets it. */
export type Happening = { readonly afterMs: number; readonly make: (at: At) => OutboxEvent };
export type At = { readonly atMs: number; readonly epoch: number };

const verdicts: readonly Answer['verdict'][] = [
  { kind: 'not-sent', reached: false },
  { kind: 'not-sent', reached: true },
  { kind: 'applied' },
  { kind: 'retry', minWaitMs: 5_000, maxTries: 3 },
  { kind: 'retry', minWaitMs: 5_000, maxTries: 1 },
  { kind: 'token' },
  { kind: 'ambiguous' },
  { kind: 'ambiguous' },
  { kind: 'look-first', otherwise: 'refused' },
  { kind: 'look-first', otherwise: 'conflict' },
  { kind: 'refused', defect: false },
  { kind: 'account', cause: 'quota' },
  { kind: 'shop-setup' },
  { kind: 'business', stopBox: true, recheckMs: 900_000 },
  { kind: 'conflict' },
];

const looks: readonly LookResult[] = [
  { kind: 'ours' },
  { kind: 'absent' },
  { kind: 'absent' },
  { kind: 'absent' },
  { kind: 'foreign', parcels: 0 },
  { kind: 'foreign', parcels: 1 },
  { kind: 'on-hold' },
  { kind: 'failed' },
];

const people = [
  'hurried',
  'released',
  'cancelled',
  'replaced',
  'confirmed-shipped',
  'confirmed-not-shipped',
  'refused-by-person',
  'accepted-platform',
  'returned-to-doubt',
] as const;

const answered = fc
  .record({ verdict: fc.constantFrom(...verdicts), random: fc.double({ min: 0, max: 0.999, noNaN: true }) })
  .map(({ verdict, random }) => ({ atMs }: At): OutboxEvent => {
    const answer = { verdict, code: 'x', message: '', requestId: '' };
    return { type: 'answered', atMs, random, onlineMs: 60_000, answer };
  });

const looked = fc
  .record({ result: fc.constantFrom(...looks), tookMs: fc.constantFrom(0, 50, 3_000) })
  .map(({ result, tookMs }) => ({ atMs, epoch }: At): OutboxEvent => {
    return { type: 'looked', atMs, lookedAtMs: atMs - tookMs, result, epoch };
  });

const plain = fc
  .constantFrom(
    ...(['process-started', 'restored', 'clock-jumped', 'gate-opened', 'network-returned', 'held-too-long'] as const),
    ...people,
  )
  .map(
    (type) =>
      ({ atMs }: At): OutboxEvent => ({ type, atMs }),
  );

const others = fc.constantFrom(
  ({ atMs }: At): OutboxEvent => ({ type: 'damaged', atMs, code: 'local:payload-damaged' }),
  ({ atMs }: At): OutboxEvent => ({ type: 'postponed', atMs, random: 0.5, onlineMs: 60_000 }),
);

const begun = fc.constant(({ atMs }: At): OutboxEvent => ({ type: 'begun', atMs }));

/** What may happen next, weighted so that ops get sent, doubted and looked at often. */
export const happening: fc.Arbitrary<Happening> = fc.record({
  afterMs: fc.constantFrom(0, 1, 5_000, 59_999, 60_000, 61_000, 900_000, 86_400_000),
  make: fc.oneof(
    { weight: 6, arbitrary: begun },
    { weight: 6, arbitrary: answered },
    { weight: 8, arbitrary: looked },
    { weight: 4, arbitrary: plain },
    { weight: 1, arbitrary: others },
  ),
});

const ambiguous = ({ atMs }: At): OutboxEvent => ({
  type: 'answered',
  atMs,
  random: 0.5,
  onlineMs: 0,
  answer: { verdict: { kind: 'ambiguous' }, code: null, message: '', requestId: '' },
});

/** Looks that find nothing make up most of what happens to an op in doubt. */
const inDoubt: fc.Arbitrary<Happening> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      afterMs: fc.constantFrom(1, 30_000, 59_999, 60_000, 61_000),
      make: fc.constantFrom(0, 50, 3_000).map((tookMs) => ({ atMs, epoch }: At): OutboxEvent => {
        return { type: 'looked', atMs, lookedAtMs: atMs - tookMs, result: { kind: 'absent' }, epoch };
      }),
    }),
  },
  { weight: 1, arbitrary: happening },
);

/** A life of an op: half of them begin with an unknown outcome. */
export const life: fc.Arbitrary<readonly Happening[]> = fc.oneof(
  fc.array(happening, { maxLength: 40 }),
  fc
    .array(inDoubt, { maxLength: 25 })
    .map((rest) => [
      { afterMs: 1, make: ({ atMs }: At) => ({ type: 'begun' as const, atMs }) },
      { afterMs: 100, make: ambiguous },
      ...rest,
    ]),
);
