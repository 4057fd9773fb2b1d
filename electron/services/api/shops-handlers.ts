import type { AppContract } from '../../../shared/contract/index.ts';
import type { Handlers } from '../../../shared/contract/define.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ShopView } from '../../../shared/contract/shops.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { isoFromMs, SECOND_MS } from '../../../shared/kernel/time.ts';
import type { ShopPacking } from '../../../shared/domain/weight.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { EventHub } from '../events.ts';
import { type CarrierDeps, carrierHandlers } from './carrier-handlers.ts';
import type { UnreadStore } from '../orders/unread-store.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { blockedBy } from '../outbox/gates/probe.ts';
import type { PackageExtrasStore } from '../packing/package-extras.ts';
import type { Clock } from '../ports.ts';
import type { Accounts } from '../shops/accounts.ts';
import type { CarrierStore } from '../shops/carrier-store.ts';
import { readProblem } from '../shops/read-problem.ts';
import type { ShopService } from '../shops/shop-service.ts';
import type { ShopRecord, ShopStore } from '../shops/shop-store.ts';
import type { Spending } from '../shops/spending.ts';
import type { Vault } from '../vault/vault.ts';

type Deps = CarrierDeps & {
  readonly shops: ShopStore;
  readonly service: ShopService;
  readonly carriers: CarrierStore;
  readonly accounts: Accounts;
  readonly vault: Vault;
  readonly outbox: Pick<Outbox, 'openOps' | 'gateOf' | 'gateDetail' | 'openGate' | 'closeGate' | 'nudge'>;
  readonly spending: Spending;
  readonly unread: Pick<UnreadStore, 'ofShop'>;
  readonly extras: Pick<PackageExtrasStore, 'wanted' | 'want'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly events: Pick<EventHub, 'emit'>;
  readonly clock: Clock;
  /** Takes note of how far this machine's clock is off, in seconds. */
  /** `aheadMs`: how far this machine's clock is ahead of a platform's. */
  readonly noteSkew: (aheadMs: number) => void;
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
    authorise: async ({ shop }, { operator }) => {
      const found = service.resolve(shop);
      return found.ok ? authorise(deps, found.value, operator) : found;
    },
    setPlainHttp: ({ shop, on }, { operator }) =>
      change(deps, shop, (found) => service.setPlainHttp(found, on, operator)),
    setSpendLimit: ({ shop, points }, { operator }) =>
      change(deps, shop, (found) => {
        if (!isBilled(deps, found)) return err({ code: 'not-charged', shop: found.name });
        deps.spending.setLimit(found, points, operator);
        deps.outbox.nudge();
        return ok(null);
      }),
    agreeToSpend: ({ shop }, { operator }) =>
      change(deps, shop, (found) => {
        deps.spending.agree(found, operator);
        deps.outbox.nudge();
        return ok(null);
      }),
    packing: ({ shop }) => {
      const found = service.resolve(shop);
      return found.ok ? ok(deps.extras.wanted(found.value.id)) : found;
    },
    setPacking: ({ shop, wanted }, { operator }) => setPacking(deps, shop, wanted, operator),
    pause: ({ shop }, { operator }) => change(deps, shop, ({ id }) => paused(deps, id, true, operator)),
    resume: ({ shop }, { operator }) => change(deps, shop, ({ id }) => paused(deps, id, false, operator)),
    remove: ({ shop }, { operator }) => {
      const found = service.resolve(shop);
      if (!found.ok) return found;
      if (found.value.training) return err({ code: 'shop-is-training', shop: found.value.name });
      const removed = service.remove(found.value, operator);
      return removed.ok ? ok({}) : removed;
    },
    ...carrierHandlers(deps),
  };
}

async function testConnection(deps: Deps, shopId: string) {
  const report = await deps.accounts.use(shopId, (platform, account) => platform.checkConnection(account));
  if (!report.ok) return report;
  if (!report.value.ok) {
    const failure = report.value.error;
    // The link is where the owner authorises the shop: it is kept with the gate, from the first test on.
    if (failure.link !== undefined) deps.outbox.closeGate(shopId, blockedBy(failure));
    return err(readProblem(failure));
  }
  const { carriers, serverTimeMs } = report.value.value;
  const aheadMs = serverTimeMs === null ? null : deps.clock.now() - serverTimeMs;
  if (aheadMs !== null) deps.noteSkew(aheadMs);
  deps.outbox.openGate(shopId);
  await deps.carrierLists.ensure(shopId, true);
  return ok({ carriers, clockSkewSeconds: aheadMs === null ? null : Math.round(aheadMs / SECOND_MS) });
}

/** A yes opens the gate; a no closes it and keeps the link to show. */
async function authorise(deps: Deps, shop: ShopRecord, operator: string) {
  const asked = await deps.accounts.use(shop.id, async (platform, account) => platform.authorise?.(account) ?? null);
  if (!asked.ok) return asked;
  if (asked.value === null) return err({ code: 'no-authorisation', shop: shop.name } as const);
  if (!asked.value.ok) return err(readProblem(asked.value.error));
  const answer = asked.value.value;
  if (answer.authorised) deps.outbox.openGate(shop.id, operator);
  else deps.outbox.closeGate(shop.id, blockedBy(answer.refusal));
  return ok({ authorised: answer.authorised, shop: shopView(deps, shop) });
}

/** Changes one shop and shows it as it is then. */
function change(deps: Deps, idOrName: string, task: (shop: ShopRecord) => Result<null, Problem>) {
  const found = deps.service.resolve(idOrName);
  if (!found.ok) return found;
  const changed = task(found.value);
  return changed.ok ? ok(shopView(deps, deps.shops.get(found.value.id) ?? found.value)) : changed;
}

function setPacking(deps: Deps, idOrName: string, wanted: ShopPacking, operator: string) {
  const found = deps.service.resolve(idOrName);
  if (!found.ok) return found;
  const { id, name } = found.value;
  deps.extras.want(id, wanted);
  const detail = { name, ...wanted };
  deps.audit.append({
    atMs: deps.clock.now(),
    actor: operator,
    action: 'shop.packing-set',
    subject: `shop:${id}`,
    detail,
  });
  for (const changed of ['shops.changed', 'packing.changed'] as const) deps.events.emit(changed, [id]);
  return ok(wanted);
}

function paused({ service }: Deps, shopId: string, on: boolean, operator: string): Result<null, Problem> {
  service.setPaused(shopId, on, operator);
  return ok(null);
}

const isBilled = (deps: Deps, shop: ShopRecord): boolean =>
  deps.accounts.platformOf(shop.id)?.capabilities.billed === true;

function shopView(deps: Deps, shop: ShopRecord): ShopView {
  const hints = deps.vault.hints(shop.id);
  const fields = deps.accounts.platformOf(shop.id)?.capabilities.credentialFields ?? [];
  const gate = deps.outbox.gateDetail(shop.id);
  const carriersAtMs = deps.carriers.fetchedAtMs(shop.id);
  return {
    id: shop.id,
    name: shop.name,
    platform: shop.platform,
    baseUrl: shop.baseUrl,
    training: shop.training,
    paused: shop.paused,
    gate: deps.outbox.gateOf(shop.id),
    gateDetail: gate === null ? null : { code: gate.code, message: gate.message, link: gate.link },
    kind: shop.kind,
    plainHttp: shop.plainHttp,
    spending: isBilled(deps, shop)
      ? {
          ...deps.spending.today(shop.id),
          limitPoints: shop.spendLimitPoints,
          agreed: deps.spending.isAgreed(shop),
        }
      : null,
    credentials: fields.map(({ name }) => ({ field: name, configured: name in hints, endsWith: hints[name] ?? '' })),
    carriers: deps.carriers.list(shop.id).length,
    carriersAsOf: carriersAtMs === null ? null : isoFromMs(carriersAtMs),
    ordersAsOf: shop.pulledAtMs === null ? null : isoFromMs(shop.pulledAtMs),
    unread: deps.unread.ofShop(shop.id).map(({ orderId, problem, sinceMs, nextAtMs }) => ({
      ...{ orderId, problem, since: isoFromMs(sinceMs), nextAt: isoFromMs(nextAtMs) },
    })),
    openOps: deps.outbox.openOps(shop.id),
  };
}
