import { z } from 'zod';
import { OrderFlagSchema, OrderStatusSchema } from '../domain/order.ts';
import { OpActionSchema, OpStateSchema } from '../domain/op.ts';
import { ComposeRuleSchema } from '../domain/compose-rule.ts';
import { PhotoMissSchema } from '../domain/photo.ts';
import { HoldReasonSchema, StopCauseSchema, StopReasonSchema } from '../domain/problem-shelf.ts';
import { PlatformIdSchema } from '../domain/platforms/platform-id.ts';

const problem = <Code extends string, Shape extends z.ZodRawShape>(code: Code, shape: Shape) =>
  z.strictObject({ code: z.literal(code), ...shape });

const text = z.string().max(600);
const count = z.int().nonnegative();

/** Why a connection to a platform did not come about, told apart as far as the platform lets us. */
export const ConnectionStepSchema = z.enum([
  'offline',
  'timeout',
  'tls',
  'ip',
  'credentials',
  'permission',
  'quota',
  'frozen',
  'clock',
  'busy',
  'not-found',
  'bad-answer',
  'refused',
]);

/** Why a text cannot be a waybill. */
export const NotWaybillReasonSchema = z.enum([
  'goods-barcode',
  'link',
  'order-number',
  'too-short',
  'too-long',
  'bad-characters',
]);

/** Why an order cannot be shipped by one scan. */
export const BatchRefusalSchema = z.enum([
  'several-packages',
  'several-orders',
  'serial-numbers',
  'held',
  'no-courier',
  'no-waybill',
  'two-waybills',
  'carrier-unclear',
  'too-many-pieces',
  'weight',
  'photo',
]);
export type BatchRefusal = z.infer<typeof BatchRefusalSchema>;

/**
 * Everything that is expected to go wrong, with what a person needs to know to put it right. Each code has its sentence
 * and its action in `shared/messages`; none carries a secret.
 */
export const ProblemSchema = z.discriminatedUnion('code', [
  // The call itself
  problem('bad-request', { detail: text }),
  problem('unknown-procedure', { name: text }),
  problem('not-allowed', { role: text }),
  problem('internal', { ref: text }),
  problem('unreachable', {}),
  // Signing in
  problem('sign-in-needed', {}),
  problem('operator-not-found', {}),
  problem('badge-unknown', {}),
  /** The badge is known, but here it only names the person. */
  problem('pin-needed', { operatorId: text, name: text }),
  problem('pin-wrong', { left: count, seconds: count }),
  problem('pin-wait', { seconds: count }),
  problem('pin-locked', { minutes: count }),
  problem('pin-spent', {}),
  problem('pin-weak', {}),
  problem('pin-unreadable', {}),
  problem('operator-name-taken', { name: text }),
  problem('operator-last-admin', {}),
  /** A scan that came while nobody was signed in; it is on the disk. */
  problem('scan-kept', { count }),
  /** Digits that came while a PIN was asked and that may be one; they are nowhere. */
  problem('scan-like-pin', {}),
  // The data folder
  problem('data-folder-in-use', { dir: text }),
  problem('data-folder-read-only', { dir: text }),
  /** The folder lies where other software copies or shares files; `by` names it. */
  problem('data-folder-synced', { dir: text, by: text }),
  problem('disk-full', { dir: text }),
  problem('disk-error', { dir: text }),
  problem('database-damaged', { detail: text }),
  /** Damaged, and none of the desk's own backups can be opened. */
  problem('no-good-backup', { count, detail: text }),
  problem('database-newer', { fileVersion: count, appVersion: count }),
  // Shops and accounts
  problem('shop-not-found', { shop: text }),
  problem('shop-name-taken', { name: text }),
  problem('shop-has-open-work', { shop: text, count }),
  problem('platform-not-available', { platform: PlatformIdSchema }),
  problem('credentials-unsafe', { backend: text }),
  problem('credentials-unreadable', { shop: text }),
  problem('credentials-invalid', { field: text }),
  problem('credentials-missing', { shop: text }),
  problem('base-url-invalid', { url: text }),
  problem('plain-http-off', { url: text }),
  problem('plain-http-not-offered', { shop: text }),
  problem('not-charged', { shop: text }),
  problem('no-authorisation', { shop: text }),
  problem('shop-file-invalid', { detail: text }),
  problem('connection-failed', { step: ConnectionStepSchema, platformCode: text, message: text, requestId: text }),
  problem('clock-off', { seconds: z.int() }),
  // Orders
  problem('order-not-found', { orderId: text }),
  problem('shift-not-found', {}),
  /** The courier has no parcel with this waybill, as far as this desk knows. */
  problem('not-handed-over', { waybill: text }),
  problem('order-not-shippable', { orderId: text, status: OrderStatusSchema }),
  problem('order-flagged', { orderId: text, flag: OrderFlagSchema }),
  /** No shop's platform has an order for the code. */
  problem('order-not-at-platform', { text, shops: count }),
  /** No order that waits to be packed has this printed waybill or number. */
  problem('batch-unknown', { text }),
  /** An order that cannot leave unseen: it is packed at the bench. */
  problem('batch-needs-bench', { orderId: text, why: BatchRefusalSchema }),
  /** An order on the problem shelf that a supervisor has to lift. */
  problem('order-held', {
    orderId: text,
    reason: HoldReasonSchema,
    note: text,
    shelf: count,
    operator: text,
    at: text,
  }),
  /** A saved box that must be found and kept back. */
  problem('box-stopped', {
    opId: text,
    reason: StopReasonSchema,
    cause: StopCauseSchema.optional(),
    orderId: text,
    packageNo: count,
    tail: text,
    operator: text,
    at: text,
    shelf: count,
    /** When the courier took it; absent while it is still here. */
    handedAt: text.optional(),
  }),
  problem('order-nothing-left', { orderId: text, waybill: text, at: text, operator: text }),
  // Import
  problem('file-unreadable', { detail: text }),
  problem('file-too-large', { megabytes: count }),
  problem('file-columns-missing', { columns: text, found: text }),
  problem('file-rows-refused', { count }),
  problem('job-not-found', { id: text }),
  problem('job-cancelled', {}),
  problem('job-running', {}),
  // Scanning and packing
  problem('scan-empty', {}),
  problem('scan-too-long', { length: count }),
  problem('scan-control-characters', { text }),
  problem('scan-ime', { text }),
  problem('scan-cut', { text }),
  problem('scan-link', { text }),
  problem('scan-unknown', { text }),
  problem('scan-not-waybill', { text, reason: NotWaybillReasonSchema }),
  problem('scan-waybill-too-early', { text, remaining: count }),
  problem('item-not-in-order', { text, expected: text }),
  problem('item-misread', { text }),
  problem('item-surplus', { title: text, quantity: count }),
  problem('item-refunded', { title: text }),
  problem('serial-number-invalid', { text }),
  /** Fifteen digits that begin as an IMEI does, with a wrong check digit. */
  problem('imei-misread', { text }),
  problem('serial-number-twice', { text }),
  problem('serial-number-used', { text, orderId: text, at: text, operator: text }),
  problem('quantity-over', { title: text, quantity: count, missing: count }),
  problem('quantity-one-by-one', { title: text }),
  problem('rest-needs-scanning', { title: text }),
  problem('nothing-to-move', { title: text }),
  problem('goods-not-wanted', { text }),
  problem('package-empty', {}),
  /** The shop wants every package weighed before its waybill. */
  problem('weight-missing', {}),
  problem('weight-implausible', { grams: count, least: count, most: count }),
  /** The shop wants every package photographed before it is saved. */
  problem('photo-missing', { why: PhotoMissSchema }),
  /** What was handed in is no picture of a size the bench makes. */
  problem('photo-unreadable', {}),
  /** So little room is left on the disk that it is kept for packages. */
  problem('photo-no-room', { megabytes: count }),
  problem('photo-not-written', { detail: text }),
  problem('photo-none', {}),
  problem('no-order-open', {}),
  problem('nothing-to-undo', {}),
  problem('undo-too-late', {}),
  problem('error-open', {}),
  problem('carrier-not-on-list', { carrier: text }),
  problem('carrier-name-invalid', { name: text, most: count }),
  problem('carrier-list-missing', { shop: text }),
  /** `operator` is empty where only the platform knows the parcel; `at` too where it names no time. */
  problem('waybill-used', { waybill: text, orderId: text, at: text, operator: text }),
  problem('compose-refused', { rule: ComposeRuleSchema, detail: text }),
  // Outbox
  problem('op-not-found', { id: text }),
  problem('op-duplicate', { orderId: text, waybill: text }),
  problem('op-action-not-allowed', { action: OpActionSchema, state: OpStateSchema }),
  problem('op-changed-meanwhile', {}),
  problem('reason-missing', {}),
  problem('correction-not-possible', { orderId: text, waybill: text }),
  /** A package that refuses a refund without a supervisor's choice for it. */
  problem('refund-choice-missing', { orderId: text }),
  problem('correction-budget-spent', { used: count, limit: count }),
  // Settings, files, training
  problem('setting-unknown', { key: text }),
  problem('setting-invalid', { key: text, expected: text }),
  problem('file-not-found', { id: text }),
  problem('backup-failed', { detail: text }),
  problem('restore-failed', { detail: text }),
  problem('pdf-failed', {}),
  problem('training-failed', { detail: text }),
  problem('shop-is-training', { shop: text }),
]);
export type Problem = z.infer<typeof ProblemSchema>;
export type ProblemCode = Problem['code'];
export type ProblemOf<Code extends ProblemCode> = Extract<Problem, { code: Code }>;
