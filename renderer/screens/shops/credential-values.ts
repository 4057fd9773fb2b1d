import type { CredentialField } from '../../../shared/domain/platforms/capabilities.ts';

export type CredentialFault = 'missing' | 'too-long' | 'blanks';

/** What is wrong with a typed credential before it is handed over; null when nothing is. Blanks come from careless copying. */
export function credentialFault(field: CredentialField, value: string): CredentialFault | null {
  if (value === '') return 'missing';
  if (value.length > field.maxLength) return 'too-long';
  return /\s/.test(value) ? 'blanks' : null;
}

/** The typed values of exactly the fields a platform wants. */
export const pickCredentials = (
  fields: readonly CredentialField[],
  values: Readonly<Record<string, string>>,
): Record<string, string> => Object.fromEntries(fields.map(({ name }) => [name, values[name] ?? '']));
