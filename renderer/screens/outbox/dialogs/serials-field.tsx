import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** Serial numbers, one a line, as many as the package had before. */
export function SerialsField(props: {
  readonly text: string;
  readonly have: number;
  readonly wanted: number;
  readonly onChange: (text: string) => void;
}) {
  const { t } = useTranslation('outbox');
  const { have, wanted } = props;
  return (
    <Textarea
      label={t('dialog.serials')}
      autosize
      minRows={wanted}
      maxRows={8}
      value={props.text}
      error={have === wanted ? null : t('dialog.serialsCount', { count: wanted, have })}
      onChange={(event) => props.onChange(event.currentTarget.value)}
    />
  );
}
