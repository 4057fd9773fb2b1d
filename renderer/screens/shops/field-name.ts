import type { TFunction } from 'i18next';
import { shopsZh } from '../../i18n/zh-CN/shops.ts';

type FieldKey = keyof typeof shopsZh.fields;

/** A credential field in words; a field nobody has named yet keeps its own name. */
export const fieldName = (t: TFunction<'shops'>, field: string): string =>
  Object.hasOwn(shopsZh.fields, field) ? t(`fields.${field as FieldKey}`) : field;
