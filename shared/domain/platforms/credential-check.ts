import type { CredentialField, PlatformCapabilities } from './capabilities.ts';

/**
 * The first credential that is missing, unknown, too long, not one of its choices, of another form than the platform's or
 * carries blanks; null when all are right. A platform may take one of several sets of fields, and some besides.
 */
export function wrongCredential(
  { credentialFields, alternativeFields = [], optionalFields = [] }: PlatformCapabilities,
  credentials: Readonly<Record<string, string>>,
): string | null {
  const given = Object.keys(credentials);
  const outside = (set: readonly CredentialField[]): string | undefined =>
    given.find((name) => ![...set, ...optionalFields].some((field) => field.name === name));
  const wanted = [credentialFields, ...alternativeFields].find((set) => outside(set) === undefined);
  if (wanted === undefined) return outside(credentialFields) ?? null;
  const wrong =
    wanted.find((field) => isWrong(field, credentials[field.name] ?? '')) ??
    optionalFields.find((field) => field.name in credentials && isWrong(field, credentials[field.name] ?? ''));
  const alone = optionalFields.find(
    ({ name, onlyWith }) => name in credentials && !((onlyWith ?? name) in credentials),
  );
  return wrong?.name ?? alone?.onlyWith ?? null;
}

const isWrong = ({ maxLength, choices, pattern }: CredentialField, value: string): boolean =>
  value === '' ||
  value.length > maxLength ||
  /\s/.test(value) ||
  pattern?.test(value) === false ||
  (choices !== undefined && !choices.some((choice) => choice.value === value));
