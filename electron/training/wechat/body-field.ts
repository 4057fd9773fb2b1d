import { parseExactJson } from '../../../shared/kernel/json.ts';
import type { Call } from '../core/call.ts';

/** Finds an id at the top of a JSON body, text or number; empty where there is none. */
export const bodyField =
  (name: string) =>
  ({ bodyText }: Call): string => {
    const json = parseExactJson(bodyText);
    if (!json.ok || typeof json.value !== 'object' || json.value === null || !(name in json.value)) return '';
    const id = (json.value as Readonly<Record<string, unknown>>)[name];
    return typeof id === 'string' || typeof id === 'number' ? String(id) : '';
  };
