import { DIGITAL_DRAFTS } from './catalogue-digital.ts';
import { LIVING_DRAFTS } from './catalogue-living.ts';
import { numberProducts, type PracticeProduct, type PracticeSku } from './product.ts';

/** Everything the practice shops sell. */
export const PRODUCTS: readonly PracticeProduct[] = [
  ...numberProducts('living', 101, LIVING_DRAFTS),
  ...numberProducts('digital', 201, DIGITAL_DRAFTS),
];

export const findProduct = (productId: string): PracticeProduct | undefined =>
  PRODUCTS.find((product) => product.productId === productId);

export const findSku = (skuId: string): { product: PracticeProduct; sku: PracticeSku } | undefined => {
  for (const product of PRODUCTS) {
    const sku = product.skus.find((candidate) => candidate.skuId === skuId);
    if (sku !== undefined) return { product, sku };
  }
  return undefined;
};
