import { z } from 'zod';

/** What platforms forbid about a package's content, checked before anything is saved. */
export const ComposeRuleSchema = z.enum([
  'quantity-exceeds-order',
  'goods-not-in-order',
  'after-sale-finished',
  'after-sale-open',
  'whole-order-only',
  'sku-in-one-package',
  'virtual-needs-no-courier',
  'courier-needed',
  'pickup-needs-no-courier',
  'course-single-sku',
  'course-incomplete',
  'course-goods-only',
  'serial-number-missing',
  'serial-number-malformed',
  'serial-number-count',
  'serial-number-per-piece',
  'child-order-missing',
  'back-office-only',
  'carrier-not-allowed',
]);
export type ComposeRule = z.infer<typeof ComposeRuleSchema>;
