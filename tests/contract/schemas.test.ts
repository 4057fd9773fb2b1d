import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { contract } from '../../shared/contract/index.ts';
import { BackendEventSchema } from '../../shared/contract/event.ts';
import { ProblemSchema } from '../../shared/contract/problem.ts';
import type { Procedure } from '../../shared/contract/define.ts';

type JsonSchema = { readonly [key: string]: unknown };

const procedures = Object.entries(contract).flatMap(([area, names]) =>
  Object.entries(names as Record<string, Procedure>).map(
    ([name, procedure]) => [`${area}.${name}`, procedure] as const,
  ),
);

/** Every object schema inside a JSON schema, with the path to it. */
function objectsIn(schema: unknown, path = ''): readonly (readonly [string, JsonSchema])[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'type' in schema && schema.type === 'object' ? [[path, schema as JsonSchema] as const] : [];
  return [...own, ...Object.entries(schema).flatMap(([key, value]) => objectsIn(value, `${path}/${key}`))];
}

const isMap = (schema: JsonSchema): boolean => schema['propertyNames'] !== undefined;
const closed = (schema: JsonSchema): boolean => schema['additionalProperties'] === false || isMap(schema);

describe('schemas of the contract', () => {
  it('name each procedure in the words of the field', () => {
    expect(procedures.length).toBeGreaterThan(20);
    for (const [name] of procedures) expect(name).toMatch(/^[a-z]+\.[a-z]+([A-Z][a-z]+)*$/);
  });

  it.each(procedures)('%s takes and gives JSON only', (_name, { input, output }) => {
    const opened = [z.toJSONSchema(input, { io: 'input' }), z.toJSONSchema(output, { io: 'output' })];
    for (const schema of opened) expect(Object.keys(schema).length).toBeGreaterThan(0);
  });

  it.each(procedures)('%s refuses keys it does not name, at every depth', (_name, { input }) => {
    const objects = objectsIn(z.toJSONSchema(input, { io: 'input' }));
    expect(objects.length).toBeGreaterThan(0);
    for (const [path, schema] of objects) expect(closed(schema), path).toBe(true);
  });

  it.each(procedures)('%s gives nothing that is named like a secret', (_name, { output }) => {
    const names = objectsIn(z.toJSONSchema(output, { io: 'output' })).flatMap(([, { properties = {} }]) =>
      Object.keys(properties as object),
    );
    for (const name of names) expect(name).not.toMatch(/secret|password|passphrase|token|apikey|privatekey|cookie/i);
  });

  it('keep events and problems JSON as well', () => {
    for (const schema of [BackendEventSchema, ProblemSchema]) {
      const objects = objectsIn(z.toJSONSchema(schema));
      for (const [path, found] of objects) expect(closed(found), path).toBe(true);
    }
  });
});
