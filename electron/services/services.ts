import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import type { Handlers } from '../../shared/contract/define.ts';
import type { AppContract } from '../../shared/contract/index.ts';
import { guessCarriers } from '../../shared/domain/carriers/guess-carriers.ts';
import { composeRule } from '../../shared/domain/platforms/compose-check.ts';
import { careHandlers } from './api/care-handlers.ts';
import { createOrdersArea } from './api/orders-area.ts';
import { operatorsHandlers } from './api/operators-handlers.ts';
import { openHistoryArea } from './api/history-area.ts';
import { outboxHandlers } from './api/outbox-handlers.ts';
import { packingHandlers } from './api/packing-handlers.ts';
import { photosHandlers } from './api/photos-handlers.ts';
import { scansHandlers } from './api/scans-handlers.ts';
import { settingsHandlers } from './api/settings-handlers.ts';
import { shiftArea } from './api/shift-area.ts';
import { shopsHandlers } from './api/shops-handlers.ts';
import { systemHandlers } from './api/system-handlers.ts';
import { trainingHandlers } from './api/training-handlers.ts';
import type { EventHub } from './events.ts';
import { type Life, lifeOf } from './life.ts';
import { lookAfter } from './look-after.ts';
import { reenter } from './reenter.ts';
import type { Recovered, Reentry } from './recovery/finish-recovery.ts';
import type { Operators } from './operators/operators.ts';
import { createOutbox } from './outbox/outbox.ts';
import { createBenchOffer } from './packing/bench-offer.ts';
import { packingOrders } from './packing/packing-orders.ts';
import { createRefreshOrder } from './packing/refresh-order.ts';
import { createPackingService } from './packing/packing-service.ts';
import { createHttpRequest } from './platforms/http/http-request.ts';
import { openRateLogFile } from './platforms/rate-limit/rate-log-file.ts';
import { createPlatforms } from './platforms/registry.ts';
import type { HostPorts } from './ports.ts';
import { createPracticeService, type PracticeService } from './practice/practice-service.ts';
import { withdrawOpen } from './practice/withdraw-open.ts';
import { createProfileStore } from './scans/profile-store.ts';
import { createAccounts } from './shops/accounts.ts';
import { createCarrierLists } from './shops/carrier-lists.ts';
import { createChargeStore } from './shops/charge-store.ts';
import { createShopService } from './shops/shop-service.ts';
import { createSpending } from './shops/spending.ts';
import { createClockSkew } from './sync/clock-skew.ts';
import type { FileStore } from './web/file-store.ts';
import { createStores, type DeskKeys } from './stores.ts';

/** Everything inside one backend, put together. */
export type Services = Life & {
  readonly handlers: Handlers<AppContract>;
  readonly files: FileStore;
  readonly operators: Operators;
  /** Whether the page has any business with a camera now. */
  readonly allowsCamera: () => boolean;
  /** After a backup was put in place: everything that may have been sent since is looked up again. */
  readonly reenterAfterRestore: (found: Recovered) => Reentry;
};

type Deps = {
  readonly ports: HostPorts;
  readonly database: Database;
  readonly epoch: number;
  readonly events: EventHub;
  readonly journalFile: string;
  readonly keys: DeskKeys;
  /** Closes everything, puts a backup in place and opens again; returns at once. */
  readonly restart: (backup: string, by: string) => void;
};

/** Where the latest calls of accounts with a limit are kept, inside the data folder. */
const RATE_LOG_FILE = 'rate-log.json';

type Stores = ReturnType<typeof createStores>;

/** The composition root: every service is created here, once, from what it needs. */
export function createServices(deps: Deps): Services {
  const { ports, database, events } = deps;
  const { clock, log } = ports;
  const stores = createStores(deps);
  const { audit, settings, shops, files, operators } = stores;
  const { spending, skew, platforms, accounts, carrierLists } = openPlatforms(deps, stores);
  const outbox = createOutbox({ ...deps, ...stores, ...{ clock, log, accounts, spending } });
  const care = lookAfter({ ...stores, ports, database, events, outbox });
  const shopService = createShopService({ ...stores, platforms, outbox, events, clock });
  const area = createOrdersArea({
    ...{ ...stores, database, ports, events, accounts, carrierLists, outbox, resolveShop: shopService.resolve },
    pullEveryMs: () => settings.get()['orders.pullEveryMs'],
  });
  const packing = createPackingService({
    ...{ ...stores, outbox, carrierLists, guessCarriers, composeRule, events, clock },
    orders: packingOrders({ ...area, outbox }),
    ...benchReach({ ...stores, ...area, log, outbox }),
    restLimit: () => settings.get()['packing.restLimit'],
  });
  const history = openHistoryArea({ ...stores, ...area, clock, database, ports, outbox, costOf: spending.ofOrder });
  const practice = practiceOf({ ...stores, ...{ ports, shopService, events, outbox }, pull: area.pullNow });
  return {
    handlers: {
      system: systemHandlers({ ...stores, ...care, ports, database, outbox, clockSkewSeconds: skew.seconds }),
      settings: settingsHandlers({ ...stores, events, clock, changed: outbox.nudge }),
      shops: shopsHandlers({
        ...{ ...stores, service: shopService, carrierLists, accounts, outbox, spending, clock, events },
        noteSkew: skew.note,
      }),
      orders: area.handlers,
      operators: operatorsHandlers({ ...stores, packing, events, clock }),
      packing: packingHandlers({ ...stores, packing, clock, events, together: area.orders.together }),
      photos: photosHandlers(stores),
      scans: scansHandlers({ ...stores, clock, profiles: createProfileStore(database) }),
      outbox: outboxHandlers({ ...stores, ...area, clock, outbox, costOf: spending.ofOrder }),
      history: history.handlers,
      shift: shiftArea({ ...deps, ...stores, ...area, outbox, packing, clock, clockSkewSeconds: skew.seconds }),
      training: trainingHandlers(practice, files),
      care: careHandlers({ ...stores, ...deps, ...care, outbox }),
    },
    ...{ files, operators, allowsCamera: stores.cameraUse.isAllowed },
    reenterAfterRestore: ({ copied, by }) => {
      stores.heads.noteRestored();
      return reenter({ outbox, shops, audit, packing, nowMs: clock.now(), copied, by });
    },
    ...lifeOf({
      ...{ ...stores, ...care, ...history, ports, area, outbox, practice, carrierLists },
      lockAll: operators.sessions.lockAll,
    }),
  };
}

/** The way to the shops: their platforms' clients and accounts, what their calls cost, and how far our clock is off. */
function openPlatforms({ ports, database, events }: Deps, { shops, audit, vault, carriers }: Stores) {
  const { clock, log } = ports;
  const spending = createSpending({ charges: createChargeStore(database), shops, audit, events, clock });
  const skew = createClockSkew(events);
  const platforms = createPlatforms({
    ...{ clock, log, resolveProxy: ports.resolveProxy, rateLog: openRateLogFile(join(ports.dataDir, RATE_LOG_FILE)) },
    onCharge: spending.note,
    onClockSkew: skew.note,
  });
  const accounts = createAccounts({ shops, vault, platforms });
  const carrierLists = createCarrierLists({ store: carriers, accounts, clock, events });
  return { spending, skew, platforms, accounts, carrierLists };
}

type BenchReach = Pick<Parameters<typeof createRefreshOrder>[0], 'shops' | 'log' | 'lookUp'> & {
  readonly outbox: ReturnType<typeof createOutbox>;
  readonly memory: Stores['memory'];
};

/** How the bench reaches beyond itself: the way out beside an error, and news of an order from its platform. */
const benchReach = ({ outbox, memory, lookUp, ...rest }: BenchReach) => ({
  offer: createBenchOffer({ outbox, canLookUp: lookUp.canAsk, serialUse: memory.serialUse }),
  refresh: createRefreshOrder({ ...rest, lookUp, gateOf: outbox.gateOf }),
});

type PracticeParts = Omit<Parameters<typeof createPracticeService>[0], 'request' | 'withdraw'> & {
  readonly outbox: ReturnType<typeof createOutbox>;
};

const practiceOf = ({ outbox, ...parts }: PracticeParts): PracticeService =>
  createPracticeService({
    ...parts,
    request: createHttpRequest(),
    withdraw: (shopId, actor) => withdrawOpen(outbox.desk, shopId, actor),
  });
