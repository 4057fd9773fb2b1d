import type { z } from 'zod';
import type { Call } from '../core/call.ts';
import { jsonReply, type Reply } from '../core/reply.ts';

/** One address of the training desk, as `METHOD /path`. */
export type AdminRoute = (call: Call) => Reply | Promise<Reply>;
export type AdminRoutes = Readonly<Record<string, AdminRoute>>;

/** A refusal of the training desk: one sentence under `error`. */
export const adminError = (status: number, error: string): Reply => jsonReply({ error }, '', status);

/** Reads a JSON body by its schema, or answers 400 with the reason. */
export async function withBody<Schema extends z.ZodType>(
  schema: Schema,
  call: Call,
  handle: (body: z.output<Schema>) => Reply | Promise<Reply>,
): Promise<Reply> {
  let value: unknown;
  try {
    value = JSON.parse(call.bodyText);
  } catch {
    return adminError(400, 'The body is not JSON');
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return adminError(400, `${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is wrong'}`.trim());
  }
  return handle(parsed.data);
}
