import type { OrderBook } from '../book/order-book.ts';
import { openAfterSale, skusLeft, type OrderState } from '../book/order-state.ts';
import { findCarrier } from '../practice/carriers.ts';
import { findSku } from '../practice/catalogue.ts';
import type { OrderKind } from '../practice/practice-order.ts';
import { practiceShop, shopOfApp, type ShopKey } from '../practice/practice-shops.ts';
import { practiceSerial, type PracticeSerial } from '../practice/serial-numbers.ts';
import { waybillsForOrder } from '../practice/waybills.ts';

/** What a beginner needs to pack and ship one practice order: every code to scan, in order. */
export type SheetOrder = {
  readonly shop: string;
  readonly shopEn: string;
  readonly orderId: string;
  /** What a special order teaches, where it is one. */
  readonly lesson: Lesson | null;
  readonly items: readonly SheetItem[];
  readonly waybills: readonly {
    readonly carrierCode: string;
    readonly carrierName: string;
    readonly waybill: string;
  }[];
};

/** Orders that want more than goods and a label: a serial number, no courier, or to be kept. */
const LESSONS = [
  'subsidy',
  'same-city',
  'pickup',
  'after-sale',
  'part-refunded',
  'address-change',
  'risk',
] as const satisfies readonly OrderKind[];
export type Lesson = (typeof LESSONS)[number];

export type SheetItem = {
  readonly productId: string;
  readonly skuId: string;
  readonly title: string;
  readonly titleEn: string;
  readonly variant: string;
  readonly barcode: string;
  readonly quantity: number;
  readonly picture: string;
  readonly pictureUrl: string;
  readonly accent: string;
  /** Serial numbers on the devices themselves, where the order needs them. */
  readonly serialNumbers: readonly string[];
};

/** Carriers whose numbers everybody knows by sight; the first two may also carry subsidised goods. */
const SHEET_CARRIERS = ['SF', 'JD', 'ZTO', 'YTO', 'STO', 'YUNDA', 'JTSD', 'EMS'] as const;
const SUBSIDY_SHEET_CARRIERS = 2;

type Wanted = {
  readonly count: number;
  readonly pictures: string;
  readonly shop?: ShopKey | undefined;
  /** Puts one order of each lesson the shop has behind the ordinary ones. */
  readonly lessons?: boolean;
};

/** The next orders that may leave by courier, easiest first, with their goods and parcel numbers of their own. */
export function practiceSheet(book: OrderBook, { count, pictures, shop, lessons = false }: Wanted): SheetOrder[] {
  const appId = shop === undefined ? undefined : practiceShop(shop).appId;
  const open = [...book.all()]
    .filter(({ order, status }) => status === 'to-ship' && (appId === undefined || order.shop === appId))
    .sort((a, b) => a.order.seq - b.order.seq);
  const special = lessons ? LESSONS.flatMap((kind) => open.find(({ order }) => order.kind === kind) ?? []) : [];
  const ordinary = open.filter((state) => mayLeave(state) && !special.includes(state));
  return [...ordinary.slice(0, count - special.length), ...special].map((state) => sheetOrder(state, pictures));
}

/** Handed over in person or by a rider: there is no label to print. */
const WITHOUT_COURIER: readonly OrderKind[] = ['same-city', 'pickup'];

const mayLeave = (state: OrderState): boolean =>
  state.status === 'to-ship' &&
  state.holds.length === 0 &&
  !WITHOUT_COURIER.includes(state.order.kind) &&
  state.order.lines.every(
    (line) => openAfterSale(state, line) === 0 && line.kind !== 'virtual' && line.kind !== 'course',
  );

function sheetOrder(state: OrderState, pictures: string): SheetOrder {
  const { order } = state;
  const shop = shopOfApp(order.shop);
  const items = skusLeft(state)
    .filter((sku) => sku.left > 0)
    .map((sku) => sheetItem(order, sku.skuId, sku.left, pictures));
  const subsidised = order.lines.some((line) => line.kind === 'subsidy');
  const carrierCode =
    SHEET_CARRIERS[order.seq % (subsidised ? SUBSIDY_SHEET_CARRIERS : SHEET_CARRIERS.length)] ?? 'ZTO';
  const pieces = items.reduce((sum, item) => sum + item.quantity, 0);
  return {
    shop: shop?.name ?? order.shop,
    shopEn: shop?.nameEn ?? order.shop,
    orderId: order.orderId,
    lesson: LESSONS.find((kind) => kind === order.kind) ?? null,
    items,
    waybills: (WITHOUT_COURIER.includes(order.kind)
      ? []
      : waybillsForOrder(order.orderId, carrierCode, pieces > 1 ? 2 : 1)
    ).map((waybill) => ({
      carrierCode,
      carrierName: findCarrier(carrierCode)?.name ?? carrierCode,
      waybill,
    })),
  };
}

function sheetItem(
  { orderId, shop }: OrderState['order'],
  skuId: string,
  quantity: number,
  pictures: string,
): SheetItem {
  const found = findSku(skuId);
  if (found === undefined) throw new Error(`No SKU ${skuId} in the practice catalogue`);
  const { product, sku } = found;
  return {
    productId: product.productId,
    skuId,
    title: product.title,
    titleEn: product.titleEn,
    variant: sku.attributes.map((attribute) => attribute.value).join(' '),
    barcode: sku.skuCode,
    quantity,
    picture: product.picture,
    pictureUrl: `${pictures}/${product.productId}.svg?sku=${skuId}`,
    accent: sku.accent,
    serialNumbers:
      product.kind === 'subsidy'
        ? Array.from({ length: quantity }, (_, piece) => serialFor(shop, practiceSerial(orderId, skuId, piece)))
        : [],
  };
}

/** Douyin takes a device's IMEI, 15 digits, as its serial number. */
const serialFor = (shop: string, { serialNumber, imei1 }: PracticeSerial): string =>
  shopOfApp(shop)?.platform === 'douyin-fengchao' ? imei1 : serialNumber;
