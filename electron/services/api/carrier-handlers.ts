import type { Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import { ok } from '../../../shared/kernel/result.ts';
import type { CarrierChoices } from '../shops/carrier-choices.ts';
import type { CarrierLists } from '../shops/carrier-lists.ts';
import type { ShopService } from '../shops/shop-service.ts';

export type CarrierDeps = {
  readonly service: ShopService;
  readonly carrierLists: Pick<CarrierLists, 'known' | 'ensure'>;
  readonly carrierChoices: CarrierChoices;
};

/** Answers what `shops.*` says about a shop's carriers. Only a first list, or one asked for, is fetched while one waits. */
export function carrierHandlers(
  deps: CarrierDeps,
): Pick<Handlers<AppContract>['shops'], 'carriers' | 'carrierChoices' | 'forgetCarrierChoice'> {
  const { service, carrierLists, carrierChoices } = deps;
  return {
    carriers: async ({ shop, refresh }) => {
      const found = service.resolve(shop);
      if (!found.ok) return found;
      const known = carrierLists.known(found.value.id);
      if (known.length > 0 && !refresh) return ok([...known]);
      const list = await carrierLists.ensure(found.value.id, refresh);
      return list.ok ? ok([...list.value]) : list;
    },
    carrierChoices: ({ shop }) => {
      const found = service.resolve(shop);
      return found.ok ? ok(carrierChoices.list(found.value.id)) : found;
    },
    forgetCarrierChoice: ({ shop, shape }, { operator }) => {
      const found = service.resolve(shop);
      if (!found.ok) return found;
      carrierChoices.forget(found.value, shape, operator);
      return ok(carrierChoices.list(found.value.id));
    },
  };
}
