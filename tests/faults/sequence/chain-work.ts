import { PRODUCTS } from '../../../electron/training/practice/catalogue.ts';
import { ewaybillsOf } from '../../../electron/training/dropship/ewaybills.ts';
import type { PracticeOrderView } from '../../../electron/training/admin/order-routes.ts';
import type { CorrectPayload, SendPayload } from '../../../shared/domain/shipment.ts';
import type { Training } from '../../support/training.ts';
import type { PlanPackage } from '../desk-plan.ts';
import type { PackedWork } from '../plan-packages.ts';

const CARRIER = { carrierCode: 'ZTO', carrierName: '中通快递' } as const;
/** The shops whose platforms take corrections; the second one only to numbers it has drawn itself. */
const SHOPS = ['living', 'supplier'] as const;
type Shop = (typeof SHOPS)[number];
const MOST_CORRECTIONS = 3;
/** Orders that are under way at once, so that their steps alternate. */
const ALTERNATING = 8;

/**
 * `count` orders of one to five steps each: sent whole or as two parcels, then changed to other waybills, each change
 * starting from the number before. The steps of an order stand in the order decided, those of several alternate.
 */
export async function planChains(training: Training, count: number, random: () => number): Promise<PackedWork> {
  const offered = await training.desk.shops();
  const shops = SHOPS.map((id) => {
    const shop = offered.find(({ key }) => key === id);
    if (shop === undefined) throw new Error(`no practice shop ${id}`);
    const { platform, baseUrl, credentials } = shop;
    return { id, platform, baseUrl, credentials };
  });
  const chains: PlanPackage[][] = [];
  let number = 0;
  const nextWaybill = (): string => {
    number += 1;
    return `78${String(number).padStart(12, '0')}`;
  };
  for (const shop of SHOPS) {
    const orders = await training.desk.addOrders({ orders: wanted(shop, Math.ceil(count / SHOPS.length)) });
    for (const order of orders) chains.push(chainOf(shop, order, { random, nextWaybill }));
  }
  return { shops, packages: alternate(chains, random) };
}

function wanted(shop: Shop, count: number) {
  const range = shop === 'living' ? 'living' : 'digital';
  const skus = PRODUCTS.filter((product) => product.range === range).flatMap((product) => product.skus.slice(0, 1));
  const [one, other] = skus;
  if (one === undefined || other === undefined) throw new Error(`too few goods in ${range}`);
  const first = 3_800_000_000_000_000_000n + BigInt(SHOPS.indexOf(shop)) * 1_000_000n;
  return Array.from({ length: count }, (_, n) => ({
    ...{ orderId: String(first + BigInt(n)), shop },
    items: [{ skuId: one.skuId }, { skuId: other.skuId }],
  }));
}

type Drawn = { readonly random: () => number; readonly nextWaybill: () => string };

function chainOf(shop: Shop, order: PracticeOrderView, { random, nextWaybill }: Drawn): PlanPackage[] {
  const split = shop === 'living' && random() < 0.4;
  const items = order.items.map(({ productId, skuId, quantity }) => ({ productId, skuId, quantity }));
  const sends = (split ? items.map((item) => [item]) : [items]).map(
    (goods): SendPayload => ({
      ...{ version: 1, kind: 'send', orderId: order.orderId, whole: !split },
      ...(split ? { split: true } : {}),
      deliver: { type: 'courier', ...CARRIER, waybill: nextWaybill() },
      items: goods,
    }),
  );
  const steps: (SendPayload | CorrectPayload)[] = [...sends];
  const parcel = sends[0] as SendPayload;
  let waybill = parcel.deliver.type === 'courier' ? parcel.deliver.waybill : '';
  const drawn = shop === 'supplier' ? ewaybillsOf(order.orderId, CARRIER.carrierCode) : null;
  for (let n = Math.floor(random() * (MOST_CORRECTIONS + 1)); n > 0; n -= 1) {
    const next = drawn === null ? nextWaybill() : (drawn[n] ?? '');
    const { orderId, whole, items: goods } = parcel;
    const to = { ...CARRIER, waybill: next };
    steps.push({ version: 1, kind: 'correct', orderId, whole, from: { ...CARRIER, waybill }, to, items: goods });
    waybill = next;
  }
  return steps.map((payload) => ({ shopId: shop, payload }));
}

/** Takes the next step of one of a few chains until all are told; within a chain nothing changes places. */
function alternate(chains: readonly PlanPackage[][], random: () => number): PlanPackage[] {
  const waiting = chains.map((steps) => [...steps]);
  const open: PlanPackage[][] = [];
  const told: PlanPackage[] = [];
  for (;;) {
    while (open.length < ALTERNATING && waiting.length > 0)
      open.push(waiting.splice(Math.floor(random() * waiting.length), 1)[0] as PlanPackage[]);
    if (open.length === 0) return told;
    const nth = Math.floor(random() * open.length);
    const [step, ...rest] = open[nth] as PlanPackage[];
    if (step !== undefined) told.push(step);
    if (rest.length > 0) open[nth] = rest;
    else open.splice(nth, 1);
  }
}
