import type { CarrierChoice } from '../../../shared/contract/shops.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import type { EventHub } from '../events.ts';
import type { Clock } from '../ports.ts';
import type { CarrierStore } from './carrier-store.ts';
import type { ShopRecord } from './shop-store.ts';

/** The answers packers gave when a waybill fitted several carriers, to be looked at and taken back. */
export type CarrierChoices = {
  /** By shape, each with the carrier's name on today's list, or its code where it has left the list. */
  readonly list: (shopId: string) => CarrierChoice[];
  /** Forgets the answer for a shape, or all of the shop's where it is null; the bench asks again. Kept in the log. */
  readonly forget: (shop: Pick<ShopRecord, 'id' | 'name'>, shape: string | null, actor: string) => void;
};

/** Creates the choices over the carriers' tables. */
export function createCarrierChoices(deps: {
  readonly carriers: CarrierStore;
  readonly audit: AuditLog;
  readonly events: Pick<EventHub, 'emit'>;
  readonly clock: Pick<Clock, 'now'>;
}): CarrierChoices {
  const { carriers, audit, events, clock } = deps;
  return {
    list: (shopId) => {
      const names = new Map(carriers.list(shopId).map(({ code, name }) => [code, name]));
      return carriers.choices(shopId).map(({ shape, code }) => ({ shape, code, name: names.get(code) ?? code }));
    },
    forget: (shop, shape, actor) => {
      const forgotten = carriers.forget(shop.id, shape, (choices) => {
        const what = choices.map((choice) => `${choice.shape} ${choice.code}`).join(', ');
        const detail = { name: shop.name, choices: what };
        audit.append({
          atMs: clock.now(),
          actor,
          action: 'shop.carrier-choice-forgotten',
          subject: `shop:${shop.id}`,
          detail,
        });
      });
      if (forgotten) events.emit('shops.changed', [shop.id]);
    },
  };
}
