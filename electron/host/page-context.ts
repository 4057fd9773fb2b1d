import type { CallContext } from '../../shared/contract/define.ts';
import type { Backend } from '../services/backend.ts';

/** Who the page is while nobody has to sign in: the person at this desk, who may do everything. */
export const pageContext =
  (backend: Pick<Backend, 'operator'>): (() => CallContext) =>
  () => ({ role: 'admin', operator: backend.operator() });
