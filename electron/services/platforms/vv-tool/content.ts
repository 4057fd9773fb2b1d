import type { ExactJson } from '../../../../shared/kernel/json.ts';

type JsonObject = { readonly [key: string]: ExactJson };

const MAX_DEPTH = 4;

/**
 * The object of an answer that has `field`. The document shows the form of a shipment's answer only; reads wrap
 * Taobao's own answer in `data`, as an object or as a list of one, with or without its outermost name.
 */
export function contentWith(json: JsonObject, field: string): JsonObject | null {
  let level: readonly JsonObject[] = [json];
  for (let depth = 0; depth <= MAX_DEPTH && level.length > 0; depth += 1) {
    const found = level.find((candidate) => Object.hasOwn(candidate, field));
    if (found !== undefined) return found;
    level = level.flatMap((candidate) => Object.values(candidate).flatMap(inside));
  }
  return null;
}

/** A list of several is content already, never a wrapping. */
function inside(value: ExactJson): readonly JsonObject[] {
  const inner = Array.isArray(value) && value.length === 1 ? (value as readonly ExactJson[])[0] : value;
  return typeof inner === 'object' && inner !== null && !Array.isArray(inner) ? [inner as JsonObject] : [];
}
