import { z } from 'zod';
import { CALL_LIMIT_BYTES } from '../../shared/channels.ts';
import type { CallContext, CallEnvelope, CallMessage } from '../../shared/contract/define.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { createPace, type Pace } from './pace.ts';

export type DoorParts = {
  readonly call: (message: CallMessage, context: CallContext) => Promise<CallEnvelope>;
  /** Who stands at this door now. Decided by the host, never read from the message. */
  readonly context: () => CallContext;
  readonly pace?: Pace;
};

/** Answers one call as it came over a wire: JSON text in, an envelope out, and never a rejection. */
export type Door = (text: string) => Promise<CallEnvelope>;

const MessageSchema = z.strictObject({ name: z.string().max(100), input: z.unknown() });

/** The door every transport leads its calls through: size, JSON, shape and rate are judged here, once for all hosts. */
export function createDoor({ call, context, pace = createPace() }: DoorParts): Door {
  return async (text) => {
    const message = readMessage(text);
    if (!message.ok) return { ok: false, error: message.error };
    if (!(await pace(message.value.name))) return refused('too many calls at once');
    return await call(message.value, context());
  };
}

/** What a door answers to a call that is larger than {@link CALL_LIMIT_BYTES}. */
export const TOO_LARGE: Problem = { code: 'bad-request', detail: `a call may have ${CALL_LIMIT_BYTES} bytes at most` };

function readMessage(text: string): Result<CallMessage, Problem> {
  if (Buffer.byteLength(text) > CALL_LIMIT_BYTES) return err(TOO_LARGE);
  const json = parse(text);
  if (!json.ok) return err({ code: 'bad-request', detail: 'a call is one JSON object' });
  const message = MessageSchema.safeParse(json.value);
  return message.success
    ? ok({ name: message.data.name, input: message.data.input })
    : err({ code: 'bad-request', detail: 'a call has a name and an input, and nothing else' });
}

function parse(text: string): Result<unknown, null> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err(null);
  }
}

const refused = (detail: string): CallEnvelope => ({ ok: false, error: { code: 'bad-request', detail } });
