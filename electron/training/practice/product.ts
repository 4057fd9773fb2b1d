import type { GoodsKind } from './practice-order.ts';
import type { GoodsRange } from './practice-shops.ts';
import { ean13 } from './ean.ts';

export type PracticeSku = {
  readonly skuId: string;
  readonly skuCode: string;
  readonly articleNumber: string;
  readonly attributes: readonly { readonly key: string; readonly value: string }[];
  readonly priceFen: number;
  /** Colour the picture is drawn in. */
  readonly accent: string;
};

export type PracticeProduct = {
  readonly productId: string;
  readonly range: GoodsRange;
  readonly title: string;
  readonly titleEn: string;
  /** Name of its drawing in `pictures/`. */
  readonly picture: string;
  readonly kind: GoodsKind;
  readonly skus: readonly PracticeSku[];
};

/** A product as the catalogue lists it: `variants` are `[attribute value, accent colour]`. */
export type ProductDraft = {
  readonly picture: string;
  readonly title: string;
  readonly titleEn: string;
  readonly priceFen: number;
  readonly attribute: string;
  readonly variants: readonly (readonly [value: string, accent: string])[];
  readonly kind?: GoodsKind;
};

const PRODUCT_ID_BASE = 10_000_300_000_000;
const SKU_ID_BASE = 3_300_000_000;

/** Gives drafts their numbers: product ids of 14 digits, SKU ids of 10, and one EAN-13 of the 69 range for each variant. */
export const numberProducts = (
  range: GoodsRange,
  firstNumber: number,
  drafts: readonly ProductDraft[],
): PracticeProduct[] =>
  drafts.map((draft, index) => {
    const number = firstNumber + index;
    const kind = draft.kind ?? 'goods';
    return {
      productId: String(PRODUCT_ID_BASE + number * 10_007),
      range,
      title: draft.title,
      titleEn: draft.titleEn,
      picture: draft.picture,
      kind,
      skus: draft.variants.map(([value, accent], variant) => {
        const articleNumber = `${draft.picture.toUpperCase()}-${variant + 1}`;
        return {
          skuId: String(SKU_ID_BASE + number * 10_103 + variant * 17),
          skuCode: kind === 'virtual' || kind === 'course' ? articleNumber : ean13(barcodeStem(number, variant)),
          articleNumber,
          attributes: [{ key: draft.attribute, value }],
          priceFen: draft.priceFen + variant * 500,
          accent,
        };
      }),
    };
  });

/** 699 is the range's unused end: no code of the practice data belongs to real goods. */
const barcodeStem = (number: number, variant: number): string =>
  `6999${String(number * 37).padStart(5, '0')}${String(variant * 7 + 11).padStart(3, '0')}`;
