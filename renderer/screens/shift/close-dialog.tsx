import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ClosedShift, ShiftReport } from '../../../shared/contract/shift.ts';
import { Dialog, DialogButtons, DialogText } from '../../components/dialog.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { closedShiftPath } from './shift-paths.ts';
import { usePageCommands } from './use-page-commands.ts';

/** Once more what closing means, a remark for the next shift, and the key that closes. Enter only breaks a line. */
export function CloseDialog(props: {
  readonly report: ShiftReport;
  readonly close: (note: string) => Promise<ClosedShift | null>;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('shift');
  const [, navigate] = useLocation();
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const confirm = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    const closed = await props.close(note);
    if (closed === null) return props.onClose();
    navigate(closedShiftPath(closed.id));
  };
  usePageCommands({ F4: () => void confirm() });
  return (
    <Dialog title={t('close.title')} close={t('close.back')} onClose={props.onClose}>
      <DialogText>{t('close.body', props.report.figures)}</DialogText>
      <Textarea
        data-autofocus
        size="md"
        autosize
        minRows={2}
        label={t('close.note')}
        maxLength={300}
        value={note}
        onChange={({ currentTarget }) => setNote(currentTarget.value)}
      />
      <DialogButtons>
        <Button size="md" variant="default" onClick={props.onClose}>
          {t('close.back')}
        </Button>
        <Button size="md" leftSection={<KeyCap>F4</KeyCap>} loading={busy} onClick={() => void confirm()}>
          {t('close.confirm')}
        </Button>
      </DialogButtons>
    </Dialog>
  );
}
