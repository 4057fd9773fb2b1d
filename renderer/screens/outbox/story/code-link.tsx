import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { OpRow } from '../../../../shared/contract/outbox.ts';
import { lookup } from '../../../../shared/domain/platforms/catalogue.ts';
import { QuestionIcon } from '../../../components/icons/question-icon.tsx';
import { entryPath } from '../../../state/entry-path.ts';

/** The way to the catalogue for a platform's code; an undocumented one takes the platform's own text along. */
export function CodeLink({ row }: { readonly row: OpRow }) {
  const { t } = useTranslation('outbox');
  const [, navigate] = useLocation();
  const { code, platform, platformMessage } = row;
  if (code === null || code.startsWith('local:')) return null;
  const open = (): void => {
    const entry = lookup(platform, code);
    if (entry !== null) navigate(entryPath(entry));
    else navigate('/codes', { state: { search: `${code} ${platformMessage}`.trim().slice(0, 100), filter: platform } });
  };
  return (
    <div>
      <Button size="compact-md" variant="default" leftSection={<QuestionIcon />} onClick={open}>
        {t('story.explain', { code })}
      </Button>
    </div>
  );
}
