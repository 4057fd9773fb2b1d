import { randomBytes } from 'node:crypto';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ShopInput } from '../../../shared/contract/shops.ts';
import type { PlatformCapabilities } from '../../../shared/domain/platforms/capabilities.ts';
import { wrongCredential } from '../../../shared/domain/platforms/credential-check.ts';
import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import { isPlainHttp } from '../../../shared/kernel/plain-http.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { EventHub } from '../events.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { Platform } from '../platforms/platform.ts';
import type { Clock } from '../ports.ts';
import type { Credentials, Vault } from '../vault/vault.ts';
import { checkBaseUrl } from './base-url.ts';
import type { ShopRecord, ShopStore } from './shop-store.ts';

/** Adding, changing and removing shops. Every change is in the audit log, without the secret. */
export type ShopService = {
  readonly resolve: (idOrName: string) => Result<ShopRecord, Problem>;
  readonly add: (
    input: ShopInput,
    actor: string,
    options?: { readonly training: boolean },
  ) => Promise<Result<ShopRecord, Problem>>;
  readonly replaceCredentials: (
    shopId: string,
    credentials: Credentials,
    actor: string,
  ) => Promise<Result<null, Problem>>;
  readonly setPaused: (shopId: string, paused: boolean, actor: string) => void;
  /** Refused for a platform that offers https. */
  readonly setPlainHttp: (shop: ShopRecord, on: boolean, actor: string) => Result<null, Problem>;
  /** Refused while shipments of the shop are open. */
  readonly remove: (shop: ShopRecord, actor: string) => Result<null, Problem>;
};

type Deps = {
  readonly shops: ShopStore;
  readonly vault: Vault;
  readonly platforms: ReadonlyMap<PlatformId, Platform>;
  readonly outbox: Pick<Outbox, 'openOps' | 'openGate' | 'nudge'>;
  readonly audit: AuditLog;
  readonly events: EventHub;
  readonly clock: Clock;
};

/** Creates the shop service. */
export function createShopService(deps: Deps): ShopService {
  const { shops, vault, platforms, outbox, events, clock } = deps;
  const note: Note = (actor, action, shop) =>
    deps.audit.append({ atMs: clock.now(), actor, action, subject: `shop:${shop.id}`, detail: { name: shop.name } });
  return {
    resolve: (idOrName) => {
      const shop = shops.find(idOrName);
      return shop === null ? err({ code: 'shop-not-found', shop: idOrName }) : ok(shop);
    },
    add: (input, actor, options) => addShop(deps, note, input, actor, options?.training ?? false),
    replaceCredentials: async (shopId, credentials, actor) => {
      const shop = shops.get(shopId);
      const platform = shop === null ? undefined : platforms.get(shop.platform);
      if (shop === null || platform === undefined) return err({ code: 'shop-not-found', shop: shopId });
      const wrong = wrongCredential(platform.capabilities, credentials);
      if (wrong !== null) return err({ code: 'credentials-invalid', field: wrong });
      const sealed = await vault.put(shopId, credentials, clock.now());
      if (!sealed.ok) return sealed;
      platform.forget(shopId);
      note(actor, 'shop.credentials-replaced', shop);
      outbox.openGate(shopId);
      events.emit('shops.changed', [shopId]);
      return ok(null);
    },
    setPaused: (shopId, paused, actor) => {
      const shop = shops.get(shopId);
      if (shop === null) return;
      shops.setPaused(shopId, paused);
      note(actor, paused ? 'shop.paused' : 'shop.resumed', shop);
      if (!paused) outbox.openGate(shopId);
      events.emit('shops.changed', [shopId]);
    },
    setPlainHttp: (shop, on, actor) => {
      const platform = platforms.get(shop.platform);
      if (on && platform?.capabilities.plainHttp !== true)
        return err({ code: 'plain-http-not-offered', shop: shop.name });
      shops.setPlainHttp(shop.id, on);
      note(actor, on ? 'shop.plain-http-on' : 'shop.plain-http-off', shop);
      outbox.nudge();
      events.emit('shops.changed', [shop.id]);
      return ok(null);
    },
    remove: (shop, actor) => {
      const open = outbox.openOps(shop.id);
      if (open > 0) return err({ code: 'shop-has-open-work', shop: shop.name, count: open });
      shops.remove(shop.id, clock.now());
      vault.forget(shop.id);
      platforms.get(shop.platform)?.forget(shop.id);
      note(actor, 'shop.removed', shop);
      events.emit('shops.changed', [shop.id]);
      return ok(null);
    },
  };
}

type Note = (actor: string, action: string, shop: Pick<ShopRecord, 'id' | 'name'>) => void;

/** Either the shop is there with its sealed credentials, or nothing of it is. */
async function addShop(
  deps: Deps,
  note: Note,
  input: ShopInput,
  actor: string,
  training: boolean,
): Promise<Result<ShopRecord, Problem>> {
  const { shops, vault, platforms, clock } = deps;
  const { name } = input;
  const platform = platforms.get(input.platform);
  if (platform === undefined) return err({ code: 'platform-not-available', platform: input.platform });
  if (shops.find(name) !== null) return err({ code: 'shop-name-taken', name });
  const wrong = wrongCredential(platform.capabilities, input.credentials);
  if (wrong !== null) return err({ code: 'credentials-invalid', field: wrong });
  const kind = kindOf(platform.capabilities, input.kind);
  if (kind === null) return err({ code: 'credentials-invalid', field: 'kind' });
  const baseUrl = addressOf(platform.capabilities, input);
  if (!baseUrl.ok) return baseUrl;
  // Only an address that needs it leaves the switch on: https stays https.
  const plainHttp = isPlainHttp(baseUrl.value);
  const shop = {
    id: `shop-${randomBytes(6).toString('hex')}`,
    name,
    platform: input.platform,
    baseUrl: baseUrl.value,
    training,
    kind,
    plainHttp,
  };
  shops.insert({ ...shop, createdAtMs: clock.now() });
  const sealed = await vault.put(shop.id, input.credentials, clock.now());
  if (!sealed.ok) {
    shops.remove(shop.id, clock.now());
    return sealed;
  }
  note(actor, 'shop.added', shop);
  if (plainHttp) note(actor, 'shop.plain-http-on', shop);
  deps.events.emit('shops.changed', [shop.id]);
  return ok({ ...shop, ...NEW_SHOP });
}

const NEW_SHOP = {
  paused: false,
  spendLimitPoints: null,
  spendAgreedOn: '',
  pulledToMs: null,
  pulledAtMs: null,
} as const;

/** The kind that was asked for, or the usual one; null where the platform has no such kind. */
function kindOf({ shopKinds = [] }: PlatformCapabilities, asked: string | undefined): string | null {
  if (asked === undefined || asked === '') return shopKinds[0]?.value ?? '';
  return shopKinds.some(({ value }) => value === asked) ? asked : null;
}

/** The address to keep. One that is unencrypted needs a platform that has no other, and an admin's word. */
function addressOf(capabilities: PlatformCapabilities, input: ShopInput): Result<string, Problem> {
  const asked = input.baseUrl ?? capabilities.defaultBaseUrl;
  const offered = capabilities.plainHttp === true;
  if (offered && isPlainHttp(asked) && input.allowPlainHttp !== true)
    return err({ code: 'plain-http-off', url: asked.slice(0, 200) });
  return checkBaseUrl(asked, { plainHttp: offered && input.allowPlainHttp === true });
}
