import type { CallContext } from '../../shared/contract/define.ts';

/** Who the page is while nobody has to sign in: the person at the bench, who may do everything. */
export const PAGE_CONTEXT: CallContext = { role: 'admin', operator: '' };
