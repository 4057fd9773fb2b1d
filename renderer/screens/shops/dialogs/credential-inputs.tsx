import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CredentialField, PlatformCapabilities } from '../../../../shared/domain/platforms/capabilities.ts';
import { CredentialFieldInput } from './credential-field-input.tsx';
import { type CredentialDraft, fieldSets } from './credential-values.ts';
import { fieldName } from '../field-name.ts';
import styles from './form-dialog.module.css';

type InputsProps = {
  readonly capabilities: PlatformCapabilities;
  readonly draft: CredentialDraft;
  readonly showFaults: boolean;
  readonly onChange: (draft: CredentialDraft) => void;
};

/** The fields a platform wants; where it takes one of several sets, which; and folded away what may be given besides. */
export function CredentialInputs({ capabilities, draft, showFaults, onChange }: InputsProps) {
  const { t } = useTranslation('shops');
  const sets = fieldSets(capabilities);
  const optional = capabilities.optionalFields ?? [];
  const input = (field: CredentialField, required: boolean) => (
    <CredentialFieldInput
      key={field.name}
      field={field}
      value={draft.values[field.name] ?? ''}
      required={required}
      showFault={showFaults}
      onChange={(value) => onChange({ ...draft, values: { ...draft.values, [field.name]: value } })}
    />
  );
  return (
    <>
      {sets.length > 1 && (
        <SegmentedControl
          fullWidth
          aria-label={t('form.signIn')}
          value={String(draft.set)}
          data={sets.map((set, index) => ({
            value: String(index),
            label: t('form.signInWith', {
              fields: ownFields(set, sets)
                .map((name) => fieldName(t, name))
                .join(' + '),
            }),
          }))}
          onChange={(index) => onChange({ ...draft, set: Number(index) })}
        />
      )}
      {(sets[draft.set] ?? capabilities.credentialFields).map((field) => input(field, true))}
      {optional.length > 0 && (
        <details className={styles.folded}>
          <summary>{t('form.optional')}</summary>
          <div className={styles.form}>{optional.map((field) => input(field, false))}</div>
        </details>
      )}
    </>
  );
}

/** What makes a set different from the others. */
const ownFields = (set: readonly CredentialField[], sets: readonly (readonly CredentialField[])[]): readonly string[] =>
  set.map(({ name }) => name).filter((name) => !sets.every((other) => other.some((field) => field.name === name)));
