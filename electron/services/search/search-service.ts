import type { Database } from 'better-sqlite3';
import type { OrderStore } from '../orders/order-store.ts';
import type { Clock, Log } from '../ports.ts';
import { createFinder, type Finder } from './find.ts';
import { createIndexer, type Indexer } from './indexer.ts';
import { createOrderSource } from './order-source.ts';
import { createPackageList, type PackageList } from './package-list.ts';
import { openSearchFile } from './search-file.ts';
import { createSearchIndex } from './search-index.ts';

/** Search and history of one data folder. */
export type SearchService = {
  readonly finder: Finder;
  readonly packages: PackageList;
  readonly indexer: Indexer;
  readonly close: () => Promise<void>;
};

/** Opens the search file beside the desk's file. Nothing runs by itself before `indexer.start`. */
export function openSearch(deps: {
  readonly database: Database;
  readonly orders: Pick<OrderStore, 'get'>;
  readonly dataDir: string;
  readonly clock: Pick<Clock, 'at'>;
  readonly log: Log;
}): SearchService {
  const { database, dataDir, clock, log } = deps;
  const search = openSearchFile(dataDir, database);
  const source = createOrderSource(database, deps.orders);
  const indexer = createIndexer({ source, index: createSearchIndex(search), clock, log });
  return {
    finder: createFinder(database, search),
    packages: createPackageList(database, search),
    indexer,
    close: async () => {
      await indexer.stop();
      search.close();
    },
  };
}
