import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import { DONE, GATED, LOOKED_REFUSED, RESENT, type Cell, type ReplyKindName } from './reply-kinds.ts';

/** Where a platform's document makes something else right, and why. */
export type Override = { readonly cell: Cell; readonly because: string };

const NAMES_NO_ORDER: Override = {
  cell: DONE,
  because: 'a success of this platform names no order, so nothing in it can be about another one',
};
const NO_SUCH_CODE: Override = {
  cell: RESENT,
  because: 'this platform’s page has no code of that kind, and a number from another page is undocumented here',
};

/** The only places in which platforms may differ from the table of reply kinds. */
export const OVERRIDES: Readonly<Record<PlatformId, Partial<Readonly<Record<ReplyKindName, Override>>>>> = {
  'wechat-channels': { 'answer about another order, applied': NAMES_NO_ORDER },
  'wechat-mini-shop': {
    'answer about another order, applied': NAMES_NO_ORDER,
    'refused: shop not set up': NO_SUCH_CODE,
  },
  'douyin-fengchao': {
    'token expired': {
      cell: GATED,
      because: 'there is no token: every call is signed, and a refused signature is the account’s matter',
    },
  },
  'wechat-dropship': {
    'answer about another order, applied': NAMES_NO_ORDER,
    'refused: shop not set up': NO_SUCH_CODE,
    'refused: order on hold': {
      cell: LOOKED_REFUSED,
      because: 'the supplier’s page does not document the code for its send, so a look comes before the refusal',
    },
    'refused: busy': {
      cell: RESENT,
      because: 'the supplier’s page does not say that nothing was done when the platform is busy',
    },
  },
  'vv-tool': {
    'answer about another order, applied': NAMES_NO_ORDER,
    'refused: order on hold': {
      cell: LOOKED_REFUSED,
      because: 'the aggregator says only that the order’s status is wrong, which our own success may have caused',
    },
    'refused: busy': {
      cell: RESENT,
      because: 'the aggregator’s 202 does not say that nothing was done',
    },
    '403 without JSON': {
      cell: RESENT,
      because: 'the document names no gate in front of the aggregator that answers 403',
    },
  },
};
