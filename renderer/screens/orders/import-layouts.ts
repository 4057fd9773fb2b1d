import type { ImportKind } from '../../../shared/contract/orders.ts';
import {
  CORRECTION_LAYOUT,
  type ImportLayout,
  ORDER_LAYOUT,
  SHIPMENT_LAYOUT,
} from '../../../shared/domain/import-columns.ts';

/** What a file of each kind has to look like. */
export const LAYOUTS: Readonly<Record<ImportKind, ImportLayout>> = {
  orders: ORDER_LAYOUT,
  shipments: SHIPMENT_LAYOUT,
  corrections: CORRECTION_LAYOUT,
};
