import { isSplitSend } from '../../../../shared/domain/platforms/vv-tool/split.ts';
import { vvToolCapabilities } from '../../../../shared/domain/platforms/vv-tool/capabilities.ts';
import type { Platform } from '../platform.ts';
import { listedOrders } from '../http/list-items.ts';
import { createMemoryRateLog, type RateLogStore } from '../rate-limit/rate-log-store.ts';
import { createRateLimiter } from '../rate-limit/rate-limiter.ts';
import { authorise } from './authorise.ts';
import type { CallDeps } from './call.ts';
import { carriersIn, fetchCarriers } from './carriers.ts';
import { createCheckConnection } from './connection.ts';
import { orderOf } from './mapping.ts';
import { fetchTrade, listTrades } from './orders.ts';
import { readBack } from './read-back.ts';
import { createReadCall } from './read-call.ts';
import { createSend } from './send.ts';
import { createTokenSource } from './token.ts';

/** The document's own limit; the pace we keep lies below it. */
const CALLS_PER_SECOND = 10;
const DEFAULT_PACE = 8;

/** What the client needs of the outside. */
export type VvToolDeps = Omit<CallDeps, 'limiter'> & {
  /** Where the latest calls of each account are kept; without it they are forgotten at the end of the process. */
  readonly rateLog?: RateLogStore;
  /** Calls a second we start, at most the documented 10. */
  readonly callsPerSecond?: number;
  /** The limit itself, for practice and tests on this machine. */
  readonly limitPerSecond?: number;
};

/** The aggregator as the app uses it. No answer makes any of these throw. */
export function createVvTool({ rateLog, callsPerSecond, limitPerSecond, ...outside }: VvToolDeps): Platform {
  const limiter = createRateLimiter({
    clock: outside.clock,
    log: outside.log,
    store: rateLog ?? createMemoryRateLog(),
    perSecond: callsPerSecond ?? DEFAULT_PACE,
    limitPerSecond: limitPerSecond ?? CALLS_PER_SECOND,
  });
  const deps: CallDeps = { ...outside, limiter };
  const tokens = createTokenSource(deps);
  const read = createReadCall({ ...deps, tokens });
  return {
    capabilities: vvToolCapabilities,
    checkConnection: createCheckConnection({ read, clock: deps.clock }),
    listCarriers: (account) => fetchCarriers(read, account),
    carriersIn,
    listOrders: async (account, window) => {
      const listed = await listTrades(read, account, window);
      if (!listed.ok) return listed;
      return { ok: true, value: listedOrders(listed.value, (trade) => orderOf(account.shopId, trade)) };
    },
    getOrder: async (account, orderId) => {
      const trade = await fetchTrade(read, account, orderId);
      return trade.ok ? { ok: true, value: orderOf(account.shopId, trade.value) } : trade;
    },
    /** Whole trades are refused a second time; a repeated split can add a parcel (RELIABILITY P4). */
    resendClass: (payload) =>
      payload.kind === 'send' && !isSplitSend(payload) ? 'A' : payload.kind === 'send' ? 'B' : 'C',
    send: createSend({ ...deps, tokens }),
    readBack: (account, payload) => readBack(read, account, payload),
    authorise: (account) => authorise(read, account),
    forget: tokens.forget,
  };
}
