import { z } from 'zod';

/** One carrier as a platform lists it for one shop. Codes belong to (platform, list), never across platforms. */
export const CarrierSchema = z.strictObject({
  /** The platform's own code, for example `ZTO`. */
  code: z.string().min(1).max(64),
  /** The platform's own name, for example 中通快递. */
  name: z.string().min(1).max(64),
  /** The platform's own pattern of this carrier's waybills, where it gives one: a hint that never bars a number. */
  waybillPattern: z.string().max(1_000).optional(),
});
export type Carrier = z.infer<typeof CarrierSchema>;
