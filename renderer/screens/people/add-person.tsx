import { Button, PasswordInput, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../shared/contract/define.ts';
import { RoleSchema } from '../../../shared/contract/operators.ts';
import { useClient } from '../../state/app-state.tsx';
import type { Act } from './use-people.ts';
import styles from './people-screen.module.css';

/** Somebody new. The first one is an admin, and types the PIN twice: nobody else could set another. */
export function AddPerson({ isFirst, act }: { readonly isFirst: boolean; readonly act: Act }) {
  const { t } = useTranslation('people');
  const { t: word } = useTranslation('signIn');
  const { operators } = useClient();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<Role>('packer');
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const role = isFirst ? 'admin' : chosen;
  const ready = name.trim() !== '' && pin !== '' && pin === again;
  const add = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!ready || !(await act(operators.add({ name: name.trim(), role, pin })))) return;
    setName('');
    setPin('');
    setAgain('');
  };
  return (
    <form className={styles.add} aria-label={t('add')} onSubmit={(event) => void add(event)}>
      <TextInput
        label={t('name')}
        maxLength={40}
        autoComplete="off"
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Select
        label={t('role')}
        allowDeselect={false}
        disabled={isFirst}
        data={RoleSchema.options.map((each) => ({ value: each, label: word(`roles.${each}`) }))}
        value={role}
        onChange={(value) => setChosen(RoleSchema.parse(value))}
      />
      {(
        [
          ['pin', pin, setPin],
          ['pinAgain', again, setAgain],
        ] as const
      ).map(([label, value, put]) => (
        <PasswordInput
          key={label}
          label={t(label)}
          inputMode="numeric"
          autoComplete="new-password"
          maxLength={12}
          error={label === 'pinAgain' && again !== '' && again !== pin && t('pinsDiffer')}
          value={value}
          onChange={(event) => put(event.currentTarget.value.replace(/\D/g, ''))}
        />
      ))}
      <Button type="submit" disabled={!ready}>
        {t('add')}
      </Button>
    </form>
  );
}
