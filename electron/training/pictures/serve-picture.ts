import type { Call } from '../core/call.ts';
import { svgReply, type Reply } from '../core/reply.ts';
import { findProduct } from '../practice/catalogue.ts';
import { drawPicture } from './draw-picture.ts';

const PICTURE_PATH = /^\/pictures\/(\d{14})\.svg$/;

/** `GET /pictures/<productId>.svg?sku=<skuId>`: the goods, in the colour of the variant. Undefined for anything else. */
export function servePicture({ method, path, query }: Call): Reply | undefined {
  const product = findProduct(PICTURE_PATH.exec(path)?.[1] ?? '');
  if (method !== 'GET' || product === undefined) return undefined;
  const sku = product.skus.find((candidate) => candidate.skuId === query.get('sku')) ?? product.skus[0];
  return sku === undefined ? undefined : svgReply(drawPicture(product.picture, sku.accent));
}
