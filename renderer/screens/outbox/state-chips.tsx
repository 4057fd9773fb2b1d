import { useTranslation } from 'react-i18next';
import { NEEDS_YOU_STATES, type OpState } from '../../../shared/domain/op.ts';
import { WarningIcon } from '../../components/icons/warning-icon.tsx';
import { CHIP_STATES, type OutboxFilter } from '../../state/outbox-filter.ts';
import styles from './state-chips.module.css';
import { STATE_ICON } from '../../components/op-state-icon.tsx';

type Counts = Readonly<Partial<Record<OpState, number>>>;
const urgent: readonly OpState[] = NEEDS_YOU_STATES;

/** How many packages stand where, and which of them are shown. What needs a person comes first, doubt stands by itself. */
export function StateChips(props: {
  readonly counts: Counts | null;
  readonly needsYou: number;
  readonly filter: OutboxFilter;
  readonly onFilter: (filter: OutboxFilter) => void;
}) {
  const { t } = useTranslation('outbox');
  const chip = (filter: OutboxFilter, count: number | null) => (
    <button
      key={filter}
      type="button"
      className={styles.chip}
      data-filter={filter}
      data-empty={count === 0 || undefined}
      aria-pressed={props.filter === filter}
      title={filter === 'all' || filter === 'needs-you' ? undefined : t(`stateHints.${filter}`)}
      onClick={() => props.onFilter(filter)}
    >
      {filter === 'needs-you' ? <WarningIcon /> : filter === 'all' ? null : STATE_ICON[filter]}
      <span>
        {filter === 'all' ? t('filters.all') : filter === 'needs-you' ? t('filters.needsYou') : t(`states.${filter}`)}
      </span>
      {count !== null && <b>{count}</b>}
    </button>
  );
  const of = (state: OpState): number | null => props.counts && (props.counts[state] ?? 0);
  const plain = CHIP_STATES.filter((state) => !urgent.includes(state) && state !== 'in_doubt');
  return (
    <div className={styles.chips} role="group" aria-label={t('filterLabel')}>
      <span className={styles.group}>
        {chip('all', props.counts && CHIP_STATES.reduce((sum, state) => sum + (props.counts?.[state] ?? 0), 0))}
      </span>
      <span className={styles.group} data-group="needs-you">
        {chip('needs-you', props.counts && props.needsYou)}
        {urgent.map((state) => chip(state, of(state)))}
      </span>
      <span className={styles.group} data-group="doubt">
        {chip('in_doubt', of('in_doubt'))}
      </span>
      <span className={styles.group}>{plain.map((state) => chip(state, of(state)))}</span>
    </div>
  );
}
