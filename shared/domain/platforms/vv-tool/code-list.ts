import type { CatalogueEntry } from '../reply-class.ts';
import { vvCodes } from './codes.ts';
import { vvCarrierTexts } from './texts-carrier.ts';
import { vvOrderTexts } from './texts-order.ts';
import { vvRequestTexts } from './texts-request.ts';
import { vvSplitTexts } from './texts-split.ts';
import { vvWaybillTexts } from './texts-waybill.ts';

/**
 * Every code `tool/erps/send` can answer with, and every text of 614. The classes follow RELIABILITY 3f, P4; the
 * document's remedies are for programmers, so the sentences are ours.
 */
export const vvToolCodes: readonly CatalogueEntry[] = [
  ...vvCodes,
  ...vvOrderTexts,
  ...vvSplitTexts,
  ...vvWaybillTexts,
  ...vvCarrierTexts,
  ...vvRequestTexts,
];
