import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShopKind } from '../../../../shared/domain/platforms/capabilities.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useKindName } from '../use-kind-name.ts';

/** Which of an aggregator's kinds of shops it is; those nobody has confirmed say so. */
export function ShopKindField(props: {
  readonly kinds: readonly ShopKind[];
  readonly value: string;
  readonly onChange: (kind: string) => void;
}) {
  const { t } = useTranslation('shops');
  const language = useLanguage();
  const nameOf = useKindName();
  const chosen = props.kinds.find(({ value }) => value === props.value) ?? props.kinds[0];
  const kind = language === 'zh-CN' ? (chosen?.zh ?? '') : (chosen?.en ?? '');
  return (
    <Select
      label={t('form.kind')}
      description={chosen?.confirmed === false ? t('form.kindUnconfirmed', { kind }) : t('form.kindHint')}
      allowDeselect={false}
      data={props.kinds.map((kind) => ({ value: kind.value, label: nameOf(kind) }))}
      value={chosen?.value ?? null}
      onChange={(kind) => props.onChange(kind ?? '')}
    />
  );
}
