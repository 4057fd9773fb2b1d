import type { z } from 'zod';
import { parseExactJson } from '../../../shared/kernel/json.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { refuse, type Refusal } from './wechat-reply.ts';

/** Turns the text of a body into a value a schema looks at. */
export type ParseBody = (text: string) => Result<unknown, string>;

/**
 * Reads a JSON body the way WeChat does: 44002 without one, 47001 where it is not JSON or a field has the wrong type,
 * 40097 where a field is missing or its value cannot be.
 */
export function readBody<Schema extends z.ZodType>(
  schema: Schema,
  bodyText: string,
  parse: ParseBody = parseExactJson,
): Result<z.output<Schema>, Refusal> {
  if (bodyText.trim() === '') return err(refuse(44002, 'empty post data'));
  const json = parse(bodyText);
  if (!json.ok) return err(refuse(47001, 'data format error'));
  const parsed = schema.safeParse(json.value);
  return parsed.success ? ok(parsed.data) : err(refusalFor(parsed.error, json.value));
}

function refusalFor(error: z.ZodError, value: unknown): Refusal {
  const issue = error.issues[0];
  const path = issue?.path ?? [];
  const name = path.reduce<string>(
    (text, part) =>
      typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`,
    '',
  );
  if (at(value, path) === undefined) return refuse(40097, `invalid args, missing field: ${name}`);
  const wrongType = issue?.code === 'invalid_type' || issue?.code === 'invalid_union';
  return wrongType
    ? refuse(47001, `data format error, wrong type: ${name}`)
    : refuse(40097, `invalid args, bad value: ${name}`);
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let here = value;
  for (const part of path) {
    if (typeof here !== 'object' || here === null) return undefined;
    here = (here as Record<PropertyKey, unknown>)[part];
  }
  return here;
}
