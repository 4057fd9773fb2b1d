import { useTranslation } from 'react-i18next';
import type { OpState } from '../../../shared/domain/op.ts';
import { OpStateBadge } from '../../components/op-state-badge.tsx';

/** A state as colour, shape and word. */
export function StateBadge({ state }: { readonly state: OpState }) {
  const { t } = useTranslation('outbox');
  return <OpStateBadge state={state} word={t(`states.${state}`)} />;
}
