import { Button, PasswordInput, Select } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type OperatorView, RoleSchema } from '../../../shared/contract/operators.ts';
import { fileAddress } from '../../api/upload-file.ts';
import { ConfirmDialog } from '../../components/confirm-dialog.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useClient } from '../../state/app-state.tsx';
import type { Act } from './use-people.ts';
import styles from './people-screen.module.css';

/** One person, and what can be changed about them. */
export function PersonRow({ person, act }: { readonly person: OperatorView; readonly act: Act }) {
  const { t } = useTranslation('people');
  const { t: word } = useTranslation('signIn');
  const { operators } = useClient();
  const [setting, setSetting] = useState(false);
  const [asked, setAsked] = useState<'deactivate' | 'newBadge' | null>(null);
  const { id, name, active, pin } = person;
  return (
    <li className={styles.person} data-name={name}>
      <span className={styles.name}>
        {name}
        <small>{active ? t(`pins.${pin}`) : t('inactive')}</small>
      </span>
      <Select
        aria-label={t('roleOf', { name })}
        allowDeselect={false}
        data={RoleSchema.options.map((role) => ({ value: role, label: word(`roles.${role}`) }))}
        value={person.role}
        onChange={(role) => void act(operators.change({ id, role: RoleSchema.parse(role) }))}
      />
      <Actions person={person} act={act} onAsk={setAsked} onPin={() => setSetting(!setting)} />
      {asked && (
        <ConfirmDialog
          title={t(`confirm.${asked}.title`, { name })}
          body={t(`confirm.${asked}.body`, { name })}
          confirm={t(`confirm.${asked}.yes`, { name })}
          back={t('confirm.back')}
          onClose={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            void act(asked === 'deactivate' ? operators.change({ id, active: false }) : operators.renewBadge({ id }));
          }}
        />
      )}
      {setting && <NewPin id={id} act={act} onDone={() => setSetting(false)} />}
    </li>
  );
}

function Actions(props: {
  readonly person: OperatorView;
  readonly act: Act;
  readonly onAsk: (question: 'deactivate' | 'newBadge') => void;
  readonly onPin: () => void;
}) {
  const { t } = useTranslation('people');
  const { operators } = useClient();
  const language = useLanguage();
  const { act, onAsk } = props;
  const { id, active, pin } = props.person;
  const print = async (): Promise<void> => {
    const sheet = await act(operators.badgeSheet({ ids: [id], language }));
    if (sheet) window.open(fileAddress(sheet.fileId), '_blank', 'noopener');
  };
  return (
    <div className={styles.actions}>
      {pin === 'locked' && <Button onClick={() => void act(operators.unlockPin({ id }))}>{t('unlock')}</Button>}
      <Button variant="default" disabled={!active} onClick={() => void print()}>
        {t('badge')}
      </Button>
      <Button variant="default" disabled={!active} onClick={() => onAsk('newBadge')}>
        {t('newBadge')}
      </Button>
      <Button variant="default" onClick={props.onPin}>
        {t('newPin')}
      </Button>
      <Button
        variant="default"
        onClick={() => (active ? onAsk('deactivate') : void act(operators.change({ id, active: true })))}
      >
        {t(active ? 'deactivate' : 'activate')}
      </Button>
    </div>
  );
}

function NewPin(props: { readonly id: string; readonly act: Act; readonly onDone: () => void }) {
  const { t } = useTranslation('people');
  const { operators } = useClient();
  const [pin, setPin] = useState('');
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (await props.act(operators.setPin({ id: props.id, pin }))) props.onDone();
  };
  return (
    <form className={styles.newPin} onSubmit={(event) => void save(event)}>
      <PasswordInput
        label={t('pin')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={12}
        value={pin}
        onChange={(event) => setPin(event.currentTarget.value.replace(/\D/g, ''))}
      />
      <Button type="submit" disabled={pin === ''}>
        {t('savePin')}
      </Button>
    </form>
  );
}
