import { z } from 'zod';
import { DAY_MS } from '../../../shared/kernel/time.ts';
import type { CallKind } from '../core/platform-module.ts';

/** When the request takes effect: at once, never, or `delayMs` after the connection was cut. */
export type Applies = 'now' | 'never' | 'late';

/** What the caller gets to see; the names are those of `fault-replies.ts`. */
export type ReplyKind =
  | 'true'
  | 'reset'
  | 'silence'
  | 'bad-gateway'
  | 'truncated'
  | 'cut-off'
  | 'code'
  | 'forbidden'
  | 'too-many'
  | 'unavailable'
  | 'redirect'
  | 'no-content'
  | 'empty'
  | 'code-as-text'
  | 'code-missing'
  | 'code-null'
  | 'big-number'
  | 'bom'
  | 'trailing-comma'
  | 'duplicate-keys'
  | 'gbk'
  | 'page'
  | 'other-order'
  | 'gzip'
  | 'gzip-bomb'
  | 'oversized'
  | 'endless'
  | 'slow-drip'
  | 'twice'
  | 'wrong-clock';

type Plan = {
  readonly applies: Applies;
  readonly reply: ReplyKind;
  /** Wait before the request is handled, when the fault names none, in ms. */
  readonly waitBeforeMs?: number;
  /** Wait between handling and answering, when the fault names none, in ms. */
  readonly waitAfterMs?: number;
  /** Stays on until cleared, for every call, unless the fault says otherwise. */
  readonly lasting?: true;
};

/** Every fault that can be switched on for a call that has reached the server. */
export const CALL_FAULTS = {
  slow: { applies: 'now', reply: 'true', waitBeforeMs: 2000, lasting: true },
  'slow-answer': { applies: 'now', reply: 'true', waitAfterMs: 2000 },
  'slow-drip': { applies: 'now', reply: 'slow-drip' },
  'reset-before': { applies: 'never', reply: 'reset' },
  'reset-after': { applies: 'now', reply: 'reset' },
  'late-apply': { applies: 'late', reply: 'reset' },
  'silent-before': { applies: 'never', reply: 'silence' },
  'silent-after': { applies: 'now', reply: 'silence' },
  'bad-gateway-before': { applies: 'never', reply: 'bad-gateway' },
  'bad-gateway-after': { applies: 'now', reply: 'bad-gateway' },
  'truncated-after': { applies: 'now', reply: 'truncated' },
  'cut-off-after': { applies: 'now', reply: 'cut-off' },
  'minus-one-before': { applies: 'never', reply: 'code' },
  'minus-one-after': { applies: 'now', reply: 'code' },
  busy: { applies: 'never', reply: 'code' },
  answer: { applies: 'never', reply: 'code' },
  forbidden: { applies: 'never', reply: 'forbidden' },
  'too-many': { applies: 'never', reply: 'too-many' },
  unavailable: { applies: 'never', reply: 'unavailable' },
  redirect: { applies: 'never', reply: 'redirect' },
  'no-content-after': { applies: 'now', reply: 'no-content' },
  'empty-after': { applies: 'now', reply: 'empty' },
  'code-as-text': { applies: 'now', reply: 'code-as-text' },
  'code-missing': { applies: 'now', reply: 'code-missing' },
  'code-null': { applies: 'now', reply: 'code-null' },
  'big-number': { applies: 'now', reply: 'big-number' },
  bom: { applies: 'now', reply: 'bom' },
  'trailing-comma': { applies: 'now', reply: 'trailing-comma' },
  'duplicate-keys': { applies: 'now', reply: 'duplicate-keys' },
  gbk: { applies: 'now', reply: 'gbk' },
  'page-after': { applies: 'now', reply: 'page' },
  'other-order': { applies: 'now', reply: 'other-order' },
  gzip: { applies: 'now', reply: 'gzip' },
  'gzip-bomb': { applies: 'now', reply: 'gzip-bomb' },
  oversized: { applies: 'now', reply: 'oversized' },
  endless: { applies: 'now', reply: 'endless' },
  'answered-twice': { applies: 'now', reply: 'twice' },
  'wrong-clock': { applies: 'now', reply: 'wrong-clock', lasting: true },
} as const satisfies Record<string, Plan>;
export type CallFaultMode = keyof typeof CALL_FAULTS;

/** The plan of a mode, in its general form. */
export const planOf = (mode: CallFaultMode): Plan => CALL_FAULTS[mode];

/** Faults of the line itself: nothing of a call reaches the server. They last until cleared. */
export const LINE_FAULTS = ['offline', 'reset-on-accept'] as const;
export type LineFault = (typeof LINE_FAULTS)[number];

const CALL_KINDS = ['token', 'read', 'send', 'correct'] as const satisfies readonly CallKind[];

/** What `POST /__training/faults` takes. */
export const FaultInputSchema = z
  .strictObject({
    mode: z.enum([...(Object.keys(CALL_FAULTS) as [CallFaultMode]), ...LINE_FAULTS]),
    /** Only calls about this order. */
    scope: z.string().optional(),
    /** Only calls of these kinds. Default: sends and corrections; for lasting modes every kind. */
    calls: z.array(z.enum(CALL_KINDS)).min(1).optional(),
    /** How many calls it spoils. Default 1; for lasting modes and `always` until cleared. */
    count: z.union([z.int().positive(), z.literal('always')]).optional(),
    /** How many matching calls pass unharmed first. */
    skip: z.int().nonnegative().default(0),
    /** Chance that a matching call is spoilt, drawn from the server's seed. */
    probability: z.number().gt(0).max(1).default(1),
    /** The wait of slow modes, the lateness of `late-apply`, the error of `wrong-clock`, the pace of `slow-drip`. */
    delayMs: z.int().min(-DAY_MS).max(DAY_MS).optional(),
    /** Overrides whether the call takes effect. */
    applies: z.enum(['now', 'never']).optional(),
    /** `answer`: the result code. */
    code: z.int().optional(),
    message: z.string().max(500).optional(),
    /** Seconds in `Retry-After`. */
    retryAfterS: z.int().positive().default(2),
    /** Clears itself after this time. */
    durationMs: z.int().positive().optional(),
  })
  .refine((fault) => fault.mode !== 'answer' || fault.code !== undefined, 'answer needs a code')
  .refine((fault) => !isLineFault(fault.mode) || fault.scope === undefined, 'the line has no orders');
export type FaultInput = z.input<typeof FaultInputSchema>;
export type FaultSetting = z.output<typeof FaultInputSchema>;

export const isLineFault = (mode: CallFaultMode | LineFault): mode is LineFault =>
  LINE_FAULTS.some((line) => line === mode);
