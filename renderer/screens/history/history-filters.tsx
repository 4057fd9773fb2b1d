import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { OpStateSchema } from '../../../shared/domain/op.ts';
import { DayField } from '../../components/day-field.tsx';
import type { HistoryFilter, HistoryStore } from '../../state/history-store.ts';
import styles from './history-filters.module.css';

type Choice = { readonly value: string; readonly label: string };

/** Ways to narrow the history; each takes hold at once. */
export function HistoryFilters({ store }: { readonly store: HistoryStore }) {
  const { t } = useTranslation('history');
  const { t: outbox } = useTranslation('outbox');
  const { filter, choices, narrow } = useStore(store);
  const change = (part: Partial<HistoryFilter>): void => void narrow(part);
  const named = (names: readonly string[]): readonly Choice[] => names.map((name) => ({ value: name, label: name }));
  return (
    <div className={styles.filters} role="group" aria-label={t('filterLabel')}>
      <Day label={t('from')} value={filter.from} onChange={(from) => change({ from })} />
      <Day label={t('to')} value={filter.to} onChange={(to) => change({ to })} />
      <Pick
        label={t('shop')}
        any={t('anyShop')}
        value={filter.shopId}
        choices={choices.shops.map(({ id, name }) => ({ value: id, label: name }))}
        onPick={(shopId) => change({ shopId })}
      />
      <Pick
        label={t('operator')}
        any={t('anyOperator')}
        value={filter.operator}
        choices={named(choices.operators)}
        onPick={(operator) => change({ operator })}
      />
      <Pick
        label={t('carrier')}
        any={t('anyCarrier')}
        value={filter.carrier}
        choices={named(choices.carriers)}
        onPick={(carrier) => change({ carrier })}
      />
      <Pick
        label={t('state')}
        any={t('finished')}
        value={filter.state === 'finished' ? '' : filter.state}
        choices={[
          { value: 'all', label: t('allStates') },
          ...OpStateSchema.options.map((state) => ({ value: state, label: outbox(`states.${state}`) })),
        ]}
        onPick={(picked) => {
          const state = OpStateSchema.safeParse(picked);
          change({ state: state.success ? state.data : picked === 'all' ? 'all' : 'finished' });
        }}
      />
    </div>
  );
}

function Day(props: {
  readonly label: string;
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
}) {
  const { t } = useTranslation('history');
  return (
    <DayField
      {...props}
      shownLabel={<span className={styles.dayLabel}>{props.label}</span>}
      placeholder={t('dayForm')}
      unreadable={t('dayUnreadable')}
      className={styles.day ?? ''}
    />
  );
}

const Pick = (props: {
  readonly label: string;
  readonly any: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly onPick: (value: string) => void;
}) => (
  <Select
    aria-label={props.label}
    className={styles.choice ?? ''}
    data={[{ value: '', label: props.any }, ...props.choices]}
    value={props.value}
    allowDeselect={false}
    searchable={props.choices.length > 12}
    comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
    onChange={(picked) => props.onPick(picked ?? '')}
  />
);
