import { PasswordInput, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CredentialField } from '../../../shared/domain/platforms/capabilities.ts';
import { credentialFault } from './credential-values.ts';
import { fieldName } from './field-name.ts';

/** The fields a platform wants. Secret ones are masked, and no browser is asked to remember any of them. */
export function CredentialInputs(props: {
  readonly fields: readonly CredentialField[];
  readonly values: Readonly<Record<string, string>>;
  /** Faults are shown after the first attempt to save. */
  readonly showFaults: boolean;
  readonly onChange: (values: Readonly<Record<string, string>>) => void;
}) {
  const { t } = useTranslation('shops');
  const fault = (field: CredentialField): string | null => {
    if (!props.showFaults) return null;
    switch (credentialFault(field, props.values[field.name] ?? '')) {
      case 'missing':
        return t('form.fieldMissing');
      case 'too-long':
        return t('form.fieldTooLong', { max: field.maxLength });
      case 'blanks':
        return t('form.fieldBlanks');
      case null:
        return null;
    }
  };
  return props.fields.map((field) => {
    const shared = {
      label: fieldName(t, field.name),
      value: props.values[field.name] ?? '',
      error: fault(field),
      withAsterisk: true,
      required: true,
      spellCheck: false,
      'data-1p-ignore': true,
      onChange: (event: { readonly currentTarget: HTMLInputElement }) =>
        props.onChange({ ...props.values, [field.name]: event.currentTarget.value }),
    };
    return field.secret ? (
      <PasswordInput key={field.name} {...shared} autoComplete="new-password" description={t('form.secretHint')} />
    ) : (
      <TextInput key={field.name} {...shared} autoComplete="off" />
    );
  });
}
