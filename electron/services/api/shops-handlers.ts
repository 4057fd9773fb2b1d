import type { AppContract } from '../../../shared/contract/index.ts';
import type { Handlers } from '../../../shared/contract/define.ts';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { isoFromMs, SECOND_MS } from '../../../shared/kernel/time.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Clock } from '../ports.ts';
import type { Accounts } from '../shops/accounts.ts';
import type { CarrierLists } from '../shops/carrier-lists.ts';
import type { CarrierStore } from '../shops/carrier-store.ts';
import { readProblem } from '../shops/read-problem.ts';
import type { ShopService } from '../shops/shop-service.ts';
import type { ShopRecord, ShopStore } from '../shops/shop-store.ts';
import type { Vault } from '../vault/vault.ts';

type Deps = {
  readonly shops: ShopStore;
  readonly service: ShopService;
  readonly carriers: CarrierStore;
  readonly carrierLists: CarrierLists;
  readonly accounts: Accounts;
  readonly vault: Vault;
  readonly outbox: Pick<Outbox, 'openOps' | 'gateOf' | 'openGate'>;
  readonly clock: Clock;
  /** Takes note of how far this machine's clock is off, in seconds. */
  readonly noteSkew: (seconds: number) => void;
};

/** Answers `shops.*`. */
export function shopsHandlers(deps: Deps): Handlers<AppContract>['shops'] {
  const { service } = deps;
  const view = (shop: ShopRecord): ShopView => shopView(deps, shop);
  return {
    list: () => ok(deps.shops.list().map(view)),
    add: async (input, { operator }) => {
      const added = await service.add(input, operator);
      return added.ok ? ok(view(added.value)) : added;
    },
    replaceCredentials: async ({ shop, credentials }, { operator }) => {
      const found = service.resolve(shop);
      if (!found.ok) return found;
      const replaced = await service.replaceCredentials(found.value.id, credentials, operator);
      return replaced.ok ? ok(view(found.value)) : replaced;
    },
    test: async ({ shop }) => {
      const found = service.resolve(shop);
      return found.ok ? testConnection(deps, found.value.id) : found;
    },
    pause: ({ shop }, { operator }) => setPaused(deps, shop, true, operator),
    resume: ({ shop }, { operator }) => setPaused(deps, shop, false, operator),
    remove: ({ shop }, { operator }) => {
      const found = service.resolve(shop);
      if (!found.ok) return found;
      if (found.value.training) return err({ code: 'shop-is-training', shop: found.value.name });
      const removed = service.remove(found.value, operator);
      return removed.ok ? ok({}) : removed;
    },
    carriers: async ({ shop, refresh }) => {
      const found = service.resolve(shop);
      if (!found.ok) return found;
      const list = await deps.carrierLists.ensure(found.value.id, refresh);
      return list.ok ? ok([...list.value]) : list;
    },
  };
}

async function testConnection(deps: Deps, shopId: string) {
  const report = await deps.accounts.use(shopId, (platform, account) => platform.checkConnection(account));
  if (!report.ok) return report;
  if (!report.value.ok) return err(readProblem(report.value.error));
  const { carriers, serverTimeMs } = report.value.value;
  const skew = serverTimeMs === null ? null : Math.round((deps.clock.now() - serverTimeMs) / SECOND_MS);
  if (skew !== null) deps.noteSkew(skew);
  deps.outbox.openGate(shopId);
  await deps.carrierLists.ensure(shopId, true);
  return ok({ carriers, clockSkewSeconds: skew });
}

function setPaused(deps: Deps, idOrName: string, paused: boolean, operator: string) {
  const found = deps.service.resolve(idOrName);
  if (!found.ok) return found;
  deps.service.setPaused(found.value.id, paused, operator);
  return ok(shopView(deps, deps.shops.get(found.value.id) ?? found.value));
}

function shopView(deps: Deps, shop: ShopRecord): ShopView {
  const hints = deps.vault.hints(shop.id);
  const fields = deps.accounts.platformOf(shop.id)?.capabilities.credentialFields ?? [];
  const carriersAtMs = deps.carriers.fetchedAtMs(shop.id);
  return {
    id: shop.id,
    name: shop.name,
    platform: shop.platform,
    baseUrl: shop.baseUrl,
    training: shop.training,
    paused: shop.paused,
    gate: deps.outbox.gateOf(shop.id),
    credentials: fields.map(({ name }) => ({ field: name, configured: name in hints, endsWith: hints[name] ?? '' })),
    carriers: deps.carriers.list(shop.id).length,
    carriersAsOf: carriersAtMs === null ? null : isoFromMs(carriersAtMs),
    ordersAsOf: shop.pulledAtMs === null ? null : isoFromMs(shop.pulledAtMs),
    openOps: deps.outbox.openOps(shop.id),
  };
}
