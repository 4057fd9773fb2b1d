import { Button, Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { outboxZh } from '../../../i18n/zh-CN/outbox.ts';
import styles from './reason-field.module.css';

export type ReasonKey = keyof typeof outboxZh.dialog.reasons;

/** A reason in a person's own words, with the usual ones one press away. */
export function ReasonField(props: {
  readonly value: string;
  readonly usual: readonly ReasonKey[];
  readonly onChange: (reason: string) => void;
}) {
  const { t } = useTranslation('outbox');
  return (
    <div className={styles.field}>
      <Textarea
        label={t('dialog.reason')}
        placeholder={t('dialog.reasonPlaceholder')}
        withAsterisk
        required
        data-autofocus
        autosize
        minRows={2}
        maxLength={300}
        value={props.value}
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
      <div className={styles.usual}>
        {props.usual.map((key) => (
          <Button
            key={key}
            type="button"
            size="compact-sm"
            variant="default"
            onClick={() => props.onChange(t(`dialog.reasons.${key}`))}
          >
            {t(`dialog.reasons.${key}`)}
          </Button>
        ))}
      </div>
    </div>
  );
}
