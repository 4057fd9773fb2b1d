import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShiftParcel } from '../../../shared/contract/shift.ts';
import { parcelWords } from '../../../shared/messages/shift-words.ts';
import { Dialog, DialogButtons, DialogText } from '../../components/dialog.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import type { ShiftNoteChange } from '../../state/shift-store.ts';

/** Who sees to a difference and what was found out. Naming somebody else and settling ask for a supervisor. */
export function NoteDialog(props: {
  readonly parcel: ShiftParcel;
  readonly onSave: (change: ShiftNoteChange) => Promise<boolean>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('shift');
  const { parcel } = props;
  const [note, setNote] = useState(parcel.note);
  const [owner, setOwner] = useState(parcel.owner);
  const [settled, setSettled] = useState(false);
  const heading = `${parcel.orderId} · ${parcelWords(parcel, useLanguage())}`;
  const save = async (): Promise<void> => {
    const saved = await props.onSave({
      key: parcel.key,
      note,
      ...(owner.trim() === parcel.owner || owner.trim() === '' ? {} : { owner }),
      ...(settled ? { settled } : {}),
    });
    if (saved) props.onClose();
  };
  return (
    <Dialog title={t('note.title')} close={t('note.back')} onClose={props.onClose}>
      <DialogText>{heading}</DialogText>
      <Textarea
        data-autofocus
        size="md"
        autosize
        minRows={2}
        label={t('note.note')}
        maxLength={300}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <TextInput
        size="md"
        label={t('note.owner')}
        maxLength={60}
        value={owner}
        onChange={({ currentTarget }) => setOwner(currentTarget.value)}
      />
      <Checkbox
        size="md"
        label={t('note.settled')}
        checked={settled}
        onChange={({ currentTarget }) => setSettled(currentTarget.checked)}
      />
      <DialogButtons>
        <Button size="md" variant="default" onClick={props.onClose}>
          {t('note.back')}
        </Button>
        <Button size="md" onClick={() => void save()}>
          {t('note.save')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
