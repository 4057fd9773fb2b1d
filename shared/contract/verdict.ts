import { z } from 'zod';

/** One scan as the strip at the bottom shows it: verbatim, and what it was taken for. */
export const RecentScanSchema = z.strictObject({
  at: z.string(),
  text: z.string(),
  took: z.enum(['order', 'item', 'serial', 'waybill', 'command', 'quantity', 'badge', 'nothing']),
  ok: z.boolean(),
  /** Short word for the chip: the tail of a waybill, or a problem's code. */
  tail: z.string(),
});
export type RecentScan = z.infer<typeof RecentScanSchema>;

/** What a scan or a key came to; each has its own sound. */
export const VerdictSchema = z.enum([
  'order-opened',
  'item-accepted',
  'line-complete',
  'all-packed',
  'serial-wanted',
  'serial-accepted',
  'sealed',
  'package-opened',
  'carrier-wanted',
  'package-saved',
  'order-saved',
  'undone',
  'order-closed',
  'acknowledged',
  /** A question waits for its answer. */
  'asked',
  'order-held',
  'order-resumed',
  'rest-packed',
  'moved',
  'move-ready',
  'quantity-asked',
  'weight-asked',
  'weighed',
  /** The barcode "photo" was scanned: the page takes one. */
  'photo-asked',
  'photo-taken',
  'photo-missed',
  'photo-excused',
  'quantity-set',
  'waybill-parked',
  /** A waybill that is bound as soon as the photo of its package is there. */
  'waybill-waits',
  'item-parked',
  'cancelled',
  'code-ignored',
  'repeated',
  'ready',
  /** Shipping scan by scan begins, and ends. */
  'batch-started',
  'batch-ended',
  /** A command that means nothing now. */
  'not-now',
  /** The same order, waybill, serial number or command within two seconds. */
  'duplicate-ignored',
  /** The same code within 250 ms: one trigger pull read twice. */
  'double-read',
  /** Another code of the same trigger pull, of which one was taken already. */
  'pull-ignored',
  // A key that means nothing now: told in passing, nothing is stopped.
  'nothing-to-undo',
  'undo-too-late',
  'package-empty',
  'no-order-open',
  /** Somebody else's badge was scanned; the bench is as it was. */
  'operator-changed',
  /** A parcel was given to the courier; said of scans of the hand-over, never by the bench. */
  'handed-over',
  'refused',
]);
export type Verdict = z.infer<typeof VerdictSchema>;

/** Verdicts that only tell why a key did nothing; each is also the problem with that code, which has the sentence. */
export const MILD_VERDICTS = ['nothing-to-undo', 'undo-too-late', 'package-empty', 'no-order-open'] as const;
export type MildVerdict = (typeof MILD_VERDICTS)[number];
