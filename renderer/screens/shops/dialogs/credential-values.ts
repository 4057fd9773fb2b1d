import type { CredentialField, PlatformCapabilities } from '../../../../shared/domain/platforms/capabilities.ts';

export type CredentialFault = 'missing' | 'too-long' | 'blanks' | 'not-offered';

/** What was typed so far, by field name; `set` is which of the platform's complete sets of fields is being filled in. */
export type CredentialDraft = { readonly set: number; readonly values: Readonly<Record<string, string>> };

export const EMPTY_CREDENTIALS: CredentialDraft = { set: 0, values: {} };

/** The complete sets of fields a platform takes; one of them is enough. */
export const fieldSets = (capabilities: PlatformCapabilities): readonly (readonly CredentialField[])[] => [
  capabilities.credentialFields,
  ...(capabilities.alternativeFields ?? []),
];

/** What is wrong with a typed credential before it is handed over; null when nothing is. Blanks come from careless copying. */
export function credentialFault(field: CredentialField, value: string): CredentialFault | null {
  if (value === '') return 'missing';
  if (value.length > field.maxLength) return 'too-long';
  if (/\s/.test(value)) return 'blanks';
  return field.choices === undefined || field.choices.some((choice) => choice.value === value) ? null : 'not-offered';
}

/** The credentials to hand over: the fields of the chosen set and what was filled in besides. Null while one is faulty. */
export function credentialsFrom(
  capabilities: PlatformCapabilities,
  { set, values }: CredentialDraft,
): Record<string, string> | null {
  const wanted = fieldSets(capabilities)[set] ?? capabilities.credentialFields;
  const besides = (capabilities.optionalFields ?? []).filter(({ name }) => (values[name] ?? '') !== '');
  const fields = [...wanted, ...besides];
  if (fields.some((field) => credentialFault(field, values[field.name] ?? '') !== null)) return null;
  return Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? '']));
}
