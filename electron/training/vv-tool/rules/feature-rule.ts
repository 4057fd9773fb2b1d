import { refuseText } from '../vv-reply.ts';
import { sentChildren } from './split-rule.ts';
import { field, type VvRule } from './send-request.ts';

const WRONG = 'feature 参数格式不对。';
const CHILD = String.raw`\d{1,20}:[^\s,:;=|]+(?:,[^\s,:;=|]+)*`;
const CHILDREN = new RegExp(String.raw`^${CHILD}(?:\|${CHILD})*$`);

/** The document's grammar, read anew here: keys once each, one code a piece, a store with its kind. */
export const featureRule: VvRule = (request) => {
  const feature = field(request, 'feature');
  if (feature === '') return undefined;
  const parts = feature.split(';').map((part) => part.split('='));
  const values = new Map(parts.map(([key = '', value = '']) => [key, value]));
  if (values.size !== parts.length || parts.some((part) => part.length !== 2)) return refuseText(WRONG);
  for (const [key, value] of values) {
    if (key === 'retailStoreId' && /^[^\s,:;=|]+$/.test(value) && values.has('retailStoreType')) continue;
    if (key === 'retailStoreType' && /^(?:STORE|WAREHOUSE)$/.test(value) && values.has('retailStoreId')) continue;
    if (key !== 'identCode' && key !== 'machineCode') return refuseText(WRONG);
    if (!CHILDREN.test(value)) return refuseText(WRONG);
    for (const group of value.split('|')) {
      const [oid = '', codes = ''] = group.split(':');
      const child = sentChildren(request).find((each) => each.oid === oid);
      if (child === undefined || codes.split(',').length !== child.line.quantity) return refuseText(WRONG);
    }
  }
  return undefined;
};
