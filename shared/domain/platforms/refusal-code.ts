import type { ComposeRule } from '../compose-rule.ts';
import type { OrderFlag } from '../order.ts';
import { lookup } from './catalogue.ts';
import type { PlatformId } from './platform-id.ts';
import type { CatalogueEntry } from './reply-class.ts';

/** What a bench refuses before anything is saved. */
export type BenchRefusal =
  | { readonly kind: 'rule'; readonly rule: ComposeRule }
  | { readonly kind: 'flag'; readonly flag: OrderFlag };

/** The platform's own answer that a refusal at the bench spares the shop; null where its document has none for it. */
export function refusalCode(platform: PlatformId, refusal: BenchRefusal): CatalogueEntry | null {
  const codes = refusal.kind === 'rule' ? (RULE_CODES[refusal.rule] ?? []) : FLAG_CODES[refusal.flag];
  for (const code of codes) {
    const entry = lookup(platform, code);
    if (entry !== null) return entry;
  }
  return null;
}

/** Codes of all platforms together: each platform answers with its own. */
const RULE_CODES: Partial<Readonly<Record<ComposeRule, readonly string[]>>> = {
  'quantity-exceeds-order': ['109000', '614:split-children-mismatch'],
  'goods-not-in-order': ['606031', '109000', '614:split-children-mismatch'],
  'after-sale-finished': ['109000', '60068'],
  'after-sale-open': ['108009', 'text:refund-pending'],
  'whole-order-only': ['606051', '614:split-barred', 'text:part-shipped'],
  'sku-in-one-package': ['800001'],
  'virtual-needs-no-courier': ['606008', '614:kind-mismatch'],
  'courier-needed': ['606008'],
  'pickup-needs-no-courier': ['606008'],
  'course-single-sku': ['606036'],
  'course-incomplete': ['606038'],
  'course-goods-only': ['606037'],
  'serial-number-missing': ['606060', '60056'],
  'serial-number-malformed': ['268545012', '60046', '614:feature-format'],
  'child-order-missing': ['614:split-children-empty'],
  'back-office-only': ['614:kind-mismatch'],
  'carrier-not-allowed': ['606061', '614:carrier-unsupported'],
};

const FLAG_CODES: Readonly<Record<OrderFlag, readonly string[]>> = {
  'after-sale': ['108009', 'text:refund-pending'],
  'address-change': ['10020115'],
  'sku-change': ['10020276'],
  risk: ['606049', '60109'],
};
