import type { ImportKind } from '../contract/orders.ts';
import type { Language } from '../contract/system.ts';

const NAMES: Readonly<Record<Language, Readonly<Record<ImportKind, string>>>> = {
  'zh-CN': { orders: '订单模板.xlsx', shipments: '发货模板.xlsx', corrections: '改单模板.xlsx' },
  en: { orders: 'orders.xlsx', shipments: 'shipments.xlsx', corrections: 'corrections.xlsx' },
};

/** What the empty file for an import is called. */
export const templateName = (kind: ImportKind, language: Language): string => NAMES[language][kind];
