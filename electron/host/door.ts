import { z } from 'zod';
import { CALL_LIMIT_BYTES } from '../../shared/channels.ts';
import type { CallContext, CallEnvelope, CallMessage } from '../../shared/contract/define.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { createPace, type Pace } from './pace.ts';

export type DoorParts = {
  readonly call: (message: CallMessage, context: CallContext) => Promise<CallEnvelope>;
  /** Who stands at a window now. Which window it is, the host knows; it is never read from the message. */
  readonly context: (session: string) => CallContext;
  readonly pace?: Pace;
};

/**
 * Answers one call as it came over a wire: JSON text in, an envelope out, and never a rejection. `session` tells windows
 * apart where a host may have several.
 */
export type Door = (text: string, session?: string) => Promise<CallEnvelope>;

/** The window of a host that has one only. */
const ONLY_WINDOW = 'window';

const OverrideSchema = z.strictObject({
  operatorId: z.string().min(1).max(80),
  pin: z.string().regex(/^\d{1,12}$/),
  reason: z.string().max(300),
  note: z.string().max(300),
});
const MessageSchema = z.strictObject({
  name: z.string().max(100),
  input: z.unknown(),
  override: OverrideSchema.optional(),
});

/** The door every transport leads its calls through: size, JSON, shape and rate are judged here, once for all hosts. */
export function createDoor({ call, context, pace = createPace() }: DoorParts): Door {
  return async (text, session = ONLY_WINDOW) => {
    const message = readMessage(text);
    if (!message.ok) return { ok: false, error: message.error };
    if (!(await pace(message.value.name))) return refused('too many calls at once');
    return await call(message.value, context(session));
  };
}

/** What a door answers to a call that is larger than {@link CALL_LIMIT_BYTES}. */
export const TOO_LARGE: Problem = { code: 'bad-request', detail: `a call may have ${CALL_LIMIT_BYTES} bytes at most` };

function readMessage(text: string): Result<CallMessage, Problem> {
  if (Buffer.byteLength(text) > CALL_LIMIT_BYTES) return err(TOO_LARGE);
  const json = parse(text);
  if (!json.ok) return err({ code: 'bad-request', detail: 'a call is one JSON object' });
  const message = MessageSchema.safeParse(json.value);
  if (!message.success) return err({ code: 'bad-request', detail: 'a call has a name and an input, and nothing else' });
  const { name, input, override } = message.data;
  return ok({ name, input, ...(override === undefined ? {} : { override }) });
}

function parse(text: string): Result<unknown, null> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err(null);
  }
}

const refused = (detail: string): CallEnvelope => ({ ok: false, error: { code: 'bad-request', detail } });
