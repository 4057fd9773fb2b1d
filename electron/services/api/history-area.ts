import type { Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import type { HostPorts } from '../ports.ts';
import { createOrderScans } from '../search/order-scans.ts';
import { openSearch, type SearchService } from '../search/search-service.ts';
import { type HistoryDeps, historyHandlers } from './history-handlers.ts';

/** Search and history, put together. */
export type HistoryArea = { readonly handlers: Handlers<AppContract>['history']; readonly search: SearchService };

/** Opens the search file of the data folder and answers from it. Nothing runs by itself before its indexer starts. */
export function openHistoryArea(
  deps: Omit<HistoryDeps, 'search' | 'scans'> & { readonly ports: HostPorts },
): HistoryArea {
  const search = openSearch({ ...deps, ...deps.ports });
  return { search, handlers: historyHandlers({ ...deps, search, scans: createOrderScans(deps.database) }) };
}
