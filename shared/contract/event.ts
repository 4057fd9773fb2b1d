import { z } from 'zod';

/** What may change behind the page's back. */
export const EventNameSchema = z.enum([
  'orders.changed',
  'outbox.changed',
  'shops.changed',
  'packing.changed',
  'settings.changed',
  'jobs.changed',
  'status.changed',
  'training.changed',
  'session.changed',
  'operators.changed',
  'shift.changed',
]);
export type EventName = z.infer<typeof EventNameSchema>;

/** Says that something changed, never what it is now: stores fetch again. A gap in `seq` means everything may have. */
export const BackendEventSchema = z.strictObject({
  seq: z.int().nonnegative(),
  name: EventNameSchema,
  ids: z.array(z.string()).max(100),
});
export type BackendEvent = z.infer<typeof BackendEventSchema>;
