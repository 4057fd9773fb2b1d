import { z } from 'zod';
import { PlatformIdSchema } from '../../../../shared/domain/platforms/platform-id.ts';
import { ResendClassSchema } from '../../../../shared/domain/op.ts';
import type { StoredOp } from '../store/op-row.ts';
import { payloadHash } from '../store/payload.ts';

/** Everything of a line but its payload. */
const JournalHeadSchema = z.strictObject({
  /** Running number of the journal. */
  n: z.int().positive(),
  /** Place of the op in the database that wrote it. */
  seq: z.int().positive(),
  id: z.string(),
  at: z.string(),
  shopId: z.string(),
  shop: z.string(),
  /** A practice shop's; nothing of it is real. */
  training: z.literal(true).optional(),
  platform: PlatformIdSchema,
  packageKey: z.string(),
  resendClass: ResendClassSchema,
  carrierName: z.string(),
  operator: z.string(),
  supersedes: z.string().nullable(),
  /** Lines of packages that were not weighed, and all lines written before weights were, have none. */
  weightGrams: z.int().positive().optional(),
  sha256: z.string(),
});

/** One acknowledged op in the scan journal: enough to enter it again into an empty database. */
export type JournalEntry = z.infer<typeof JournalHeadSchema> & { readonly payloadText: string };

/** What a line says about the shop, so that it can be made again where it is lost. */
export type JournalShop = { readonly name: string; readonly training: boolean };

/** What a line says of an op besides the op itself. */
export type JournalAbout = { readonly shop: JournalShop | null; readonly weightGrams: number | null };

/** Quotes inside strings are escaped, so this never occurs in the head of a line. */
const PAYLOAD = ',"payload":';

/** An op as one line. The payload's own bytes are placed as they are: their hash must still fit when read back. */
export function journalLine(op: StoredOp, n: number, { shop, weightGrams }: JournalAbout): string {
  const head = {
    n,
    seq: op.seq,
    id: op.id,
    at: new Date(op.createdAtMs).toISOString(),
    shopId: op.shopId,
    shop: shop?.name ?? '',
    ...(shop?.training === true ? { training: true } : {}),
    platform: op.platform,
    packageKey: op.packageKey,
    resendClass: op.resendClass,
    carrierName: op.carrierName,
    operator: op.createdBy,
    supersedes: op.supersedes,
    ...(weightGrams === null ? {} : { weightGrams }),
    sha256: op.payloadSha256,
  };
  return `${JSON.stringify(head).slice(0, -1)}${PAYLOAD}${op.payloadText}}\n`;
}

/** A line that says an op was withdrawn: after a restore it must not come back to life. */
export const withdrawnLine = (id: string, atMs: number): string =>
  `${JSON.stringify({ withdrawn: id, at: new Date(atMs).toISOString() })}\n`;

const WithdrawnSchema = z.strictObject({ withdrawn: z.string(), at: z.string() });

/** The id a line of {@link withdrawnLine} is about, or null for any other line. */
export function parseWithdrawnLine(line: string): string | null {
  if (!line.startsWith('{"withdrawn":')) return null;
  try {
    const parsed = WithdrawnSchema.safeParse(JSON.parse(line));
    return parsed.success ? parsed.data.withdrawn : null;
  } catch {
    return null;
  }
}

/** A line as an entry, or null when it is damaged: the payload's own bytes must fit their hash. */
export function parseJournalLine(line: string): JournalEntry | null {
  const at = line.indexOf(PAYLOAD);
  if (at < 0 || !line.endsWith('}')) return null;
  const payloadText = line.slice(at + PAYLOAD.length, -1);
  try {
    const head = JournalHeadSchema.safeParse(JSON.parse(`${line.slice(0, at)}}`));
    return head.success && payloadHash(payloadText) === head.data.sha256 ? { ...head.data, payloadText } : null;
  } catch {
    return null;
  }
}
