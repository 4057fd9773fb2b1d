import type { AuditHeads } from './audit/audit-heads.ts';
import type { Caretaker } from './care/caretaker.ts';
import type { Outbox } from './outbox/outbox.ts';
import type { HostPorts } from './ports.ts';
import type { PracticeService } from './practice/practice-service.ts';
import type { SearchService } from './search/search-service.ts';
import type { CarrierLists } from './shops/carrier-lists.ts';
import { createCarrierRefresh } from './shops/carrier-refresh.ts';
import type { ShopStore } from './shops/shop-store.ts';

/** What runs by itself from a backend's start to its end. */
export type Life = { readonly start: () => Promise<void>; readonly stop: () => Promise<void> };

export type Living = {
  readonly ports: HostPorts;
  /** Orders, imports and pulls. */
  readonly area: {
    readonly resume: () => Promise<void>;
    readonly startPulling: () => void;
    readonly close: () => Promise<void>;
  };
  readonly outbox: Outbox;
  readonly practice: PracticeService;
  readonly search: SearchService;
  readonly heads: AuditHeads;
  readonly lockAll: () => void;
  readonly caretaker: Pick<Caretaker, 'start'>;
  readonly carrierLists: CarrierLists;
  readonly shops: Pick<ShopStore, 'list'>;
};

/** The command line sends and pulls only when asked; a desk does so from its start. */
export function lifeOf(living: Living): Life {
  const { ports, area, outbox, practice, search, heads, lockAll, carrierLists, caretaker } = living;
  const carrierRefresh = createCarrierRefresh({
    clock: ports.clock,
    lists: carrierLists,
    shops: () => living.shops.list().filter(({ id }) => outbox.gateOf(id) === null),
    onWake: ports.onWake,
  });
  const isDesk = ports.features.host !== 'cli';
  let stopAll: readonly (() => void)[] = [];
  let isStopping = false;
  let resumed = Promise.resolve();
  return {
    start: async () => {
      heads.open();
      await area.resume();
      if (!isDesk) return;
      search.indexer.start();
      stopAll = [
        ports.onWake(outbox.nudge),
        ports.onWake(lockAll),
        heads.noteEveryHour(ports.clock.at),
        caretaker.start(),
      ];
      // The desk opens without waiting for the practice platforms: packing never depends on them.
      resumed = practice.resume().then(() => {
        if (isStopping) return;
        outbox.start();
        area.startPulling();
        carrierRefresh.start();
      });
    },
    stop: async () => {
      isStopping = true;
      for (const stop of stopAll) stop();
      carrierRefresh.stop();
      carrierLists.close();
      await area.close();
      await outbox.stop();
      await practice.close();
      await resumed;
      await search.close();
      outbox.close();
      heads.note();
    },
  };
}
