import type { Language } from '../../shared/contract/system.ts';

/** Points of 0.01 yuan as money. */
export const formatYuan = (points: number, language: Language): string =>
  new Intl.NumberFormat(language, { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' }).format(
    points / 100,
  );
