import { PasswordInput, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CredentialField } from '../../../../shared/domain/platforms/capabilities.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { credentialFault } from './credential-values.ts';
import { fieldName } from '../field-name.ts';

/** One credential. Secret ones are masked, and no browser is asked to remember any of them. */
export function CredentialFieldInput(props: {
  readonly field: CredentialField;
  readonly value: string;
  readonly required: boolean;
  /** Faults are shown after the first attempt to save. */
  readonly showFault: boolean;
  readonly onChange: (value: string) => void;
}) {
  const { t } = useTranslation('shops');
  const language = useLanguage();
  const { field, value, required, onChange } = props;
  const fault = props.showFault && (required || value !== '') ? credentialFault(field, value) : null;
  const shared = {
    label: fieldName(t, field.name),
    error: fault && t(`form.faults.${fault}`, { max: field.maxLength }),
    withAsterisk: required,
    required,
  };
  if (field.choices)
    return (
      <Select
        {...shared}
        data={field.choices.map(({ value: choice, zh, en }) => ({
          value: choice,
          label: language === 'zh-CN' ? zh : en,
        }))}
        value={value === '' ? null : value}
        clearable={!required}
        onChange={(choice) => onChange(choice ?? '')}
      />
    );
  const typed = {
    ...shared,
    value,
    spellCheck: false,
    'data-1p-ignore': true,
    onChange: (event: { readonly currentTarget: HTMLInputElement }) => onChange(event.currentTarget.value),
  };
  return field.secret ? (
    <PasswordInput {...typed} autoComplete="new-password" description={t('form.secretHint')} />
  ) : (
    <TextInput {...typed} autoComplete="off" />
  );
}
