import type { Page } from '@playwright/test';
import { PRODUCTS } from '../../../electron/training/practice/catalogue.ts';
import type { OrderKind } from '../../../electron/training/practice/practice-order.ts';
import type { ShopKey } from '../../../electron/training/practice/practice-shops.ts';
import type { SheetOrder } from '../../../electron/training/sheet/practice-sheet.ts';
import type { OperatorView } from '../../../shared/contract/operators.ts';
import type { Training } from '../../support/training.ts';
import { callDesk } from '../call-desk.ts';
import { addShop, expect, pullOrders } from '../fixtures.ts';
import { addPeople } from '../pages/people.ts';

/** The shops of the day beside the one every desk has, one for each further platform and one for devices. */
export const DAY_SHOPS = {
  digital: '星野数码',
  mini: '云上小店',
  douyin: '抖音小店',
  supplier: '供货仓',
  taobao: '淘宝店',
} as const satisfies Partial<Record<ShopKey, string>>;

/** Everything the day's packer will find, and how to change it from outside. */
export type Day = {
  readonly bo: OperatorView;
  readonly ling: OperatorView;
  /** Packed as they come: single, several, with serial number, virtual, pick-up, same-city. */
  readonly plain: readonly string[];
  readonly split: string;
  readonly undone: string;
  readonly held: string;
  readonly refunded: string;
  /** Packed without network; the last is withdrawn. */
  readonly offline: readonly string[];
  readonly withdrawn: string;
  readonly batched: readonly { readonly orderId: string; readonly label: string }[];
  /** Orders that must have left at the end, each once; the split one twice. */
  readonly shipped: readonly string[];
  readonly parcels: number;
  readonly sheetOf: (orderId: string) => SheetOrder | undefined;
  readonly labelOf: (orderId: string, nth?: number) => string;
  /** Every label the courier should get. */
  readonly labels: () => readonly string[];
  /** The buyer of the refunded order asks for money back, and the desk learns of it. */
  readonly refund: () => Promise<void>;
};

/** Shop, kind and number of the generated orders; the first six batched ones are made by hand. */
const ORDERS: readonly (readonly [ShopKey, OrderKind, number])[] = [
  ['living', 'single', 8],
  ['living', 'quantity', 2],
  ['living', 'several', 1],
  ['living', 'virtual', 1],
  ['digital', 'subsidy', 1],
  ['mini', 'single', 2],
  ['mini', 'pickup', 1],
  ['mini', 'same-city', 1],
  ['douyin', 'single', 2],
  ['supplier', 'single', 2],
  ['taobao', 'single', 2],
  ['douyin', 'split', 1],
];
const BATCHED = 6;
const MANY = 100;

/** Shops, people, orders and printed labels, as an admin leaves them in the evening before. */
export async function prepareDay(desk: Page, training: Training): Promise<Day> {
  const made = new Map<string, string[]>();
  for (const [shop, kind, count] of ORDERS) {
    const orders = await training.desk.addOrders({ count, shop, kind });
    made.set(
      `${shop} ${kind}`,
      orders.map(({ orderId }) => orderId),
    );
  }
  const of = (name: string): readonly string[] => made.get(name) ?? [];
  const batched = await addBatched(training);
  for (const [key, name] of Object.entries(DAY_SHOPS)) await addShop(desk, training, { key, name });
  for (const shop of ['山野茶铺', ...Object.values(DAY_SHOPS)]) await pullOrders(desk, shop);
  await importLabels(desk, batched);
  const sheet = new Map((await training.desk.sheet(MANY)).map((order) => [order.orderId, order]));
  const { ling, bo } = await addPeople(desk);
  await callDesk(desk, 'operators', 'signOut', {});
  const [held = '', refunded = '', offline = '', withdrawn = '', ...singles] = of('living single');
  const [undone = '', ...several] = of('living quantity');
  const [split = ''] = of('douyin split');
  const elsewhere = ORDERS.filter(([shop, kind]) => shop !== 'living' && kind !== 'split');
  const plain = [
    ...[...singles, ...several, ...of('living several'), ...of('living virtual')],
    ...elsewhere.flatMap(([shop, kind]) => of(`${shop} ${kind}`)),
  ];
  const shipped = [...plain, split, undone, held, offline, ...batched.map(({ orderId }) => orderId)];
  const printed = new Map(batched.map(({ orderId, label }) => [orderId, label]));
  const numbers = new Map([...sheet.keys()].map((orderId, index) => [orderId, index]));
  const labelOf: Day['labelOf'] = (orderId, nth = 0) => {
    const own = sheet.get(orderId)?.waybills[0]?.waybill ?? '';
    if (own === '' || of('digital subsidy').includes(orderId)) return printed.get(orderId) ?? own;
    return printed.get(orderId) ?? plainLabel((numbers.get(orderId) ?? 0) * 2 + nth);
  };
  return {
    ...{ bo, ling, plain, split, undone, held, refunded, offline: [offline, withdrawn], withdrawn, batched, shipped },
    parcels: shipped.length + 1,
    sheetOf: (orderId) => sheet.get(orderId),
    labelOf,
    labels: () => [...shipped.map((orderId) => labelOf(orderId)), labelOf(split, 1)].filter((label) => label !== ''),
    refund: async () => {
      const [item] = sheet.get(refunded)?.items ?? [];
      await training.desk.changeOrder(refunded, { openAfterSale: { skuId: item?.skuId ?? '', quantity: 1 } });
      await pullOrders(desk);
    },
  };
}

/** Orders whose label was printed the evening before. */
async function addBatched(training: Training): Promise<Day['batched']> {
  const skuId = plainSku();
  const batched = Array.from({ length: BATCHED }, (_, index) => ({
    orderId: `37046124000000${String(index).padStart(5, '0')}`,
    label: `7553171719${String(index).padStart(4, '0')}`,
  }));
  const orders = batched.map(({ orderId }) => ({ orderId, shop: 'living' as const, items: [{ skuId, quantity: 1 }] }));
  await training.desk.addOrders({ orders });
  return batched;
}

/** A number only one carrier has, so that nobody is asked which; subsidised devices go by the carriers they may. */
const plainLabel = (no: number): string => `7553172000${String(no).padStart(4, '0')}`;

const plainSku = (): string => PRODUCTS.find(({ kind }) => kind === 'goods')?.skus[0]?.skuId ?? '';

async function importLabels(desk: Page, batched: Day['batched']): Promise<void> {
  const rows = batched.map(({ orderId, label }) => `山野茶铺,${orderId},${plainSku()},1,${label}`);
  const buffer = Buffer.from(['店铺,订单号,规格ID,数量,快递单号', ...rows].join('\n'));
  await expect(desk.getByRole('navigation')).toBeVisible();
  await desk.keyboard.press('Control+3');
  await desk.getByRole('button', { name: '导入文件' }).press('Enter');
  await desk.setInputFiles('input[type=file]', { name: '面单.csv', mimeType: 'text/csv', buffer });
  await expect(desk.getByText(`全部导入：${batched.length} 条`)).toBeVisible();
  await desk.getByRole('button', { name: '完成' }).press('Enter');
}
