import { err, ok, type Result } from '../../../kernel/result.ts';

/** The codes scanned from the pieces of one child order, one for each piece. */
export type ChildCodes = { readonly childOrderId: string; readonly codes: readonly string[] };

/** Where goods leave from, for merchants of all channels: both or neither. */
export type RetailStore = { readonly id: string; readonly type: RetailStoreType };
export type RetailStoreType = 'STORE' | 'WAREHOUSE';

/** What the `feature` parameter of `tool/erps/send` can say. */
export type Feature = {
  /** 识别码, for example the IMEI of a phone. */
  readonly identCodes: readonly ChildCodes[];
  /** 3C 机器号. */
  readonly machineCodes: readonly ChildCodes[];
  readonly retailStore: RetailStore | null;
};

/**
 * Writes a feature by the document's grammar: `identCode=oid:a,b|oid2:c;machineCode=oid:d;retailStoreId=1;retailStoreType=STORE`.
 * Empty where there is nothing to say. The error names the part that the grammar has no way to write.
 */
export function writeFeature({ identCodes, machineCodes, retailStore }: Feature): Result<string, string> {
  const parts: string[] = [];
  for (const [name, children] of [
    ['identCode', identCodes],
    ['machineCode', machineCodes],
  ] as const) {
    const fault = childrenFault(children);
    if (fault !== null) return err(fault);
    if (children.length > 0) parts.push(`${name}=${children.map(writeChild).join('|')}`);
  }
  if (retailStore !== null) {
    if (!STORE_ID.test(retailStore.id)) return err(retailStore.id);
    parts.push(`retailStoreId=${retailStore.id}`, `retailStoreType=${retailStore.type}`);
  }
  return ok(parts.join(';'));
}

const writeChild = ({ childOrderId, codes }: ChildCodes): string => `${childOrderId}:${codes.join(',')}`;

/** Printable ASCII but for the marks of the grammar: codes on goods have nothing else. */
export const FEATURE_VALUE = /^[\u0021-\u002B\u002D-\u0039\u003C\u003E-\u007B\u007D\u007E]{1,64}$/;
const isValue = (text: string): boolean => FEATURE_VALUE.test(text);

/** A store or warehouse may be named in Chinese, but not with a mark of the grammar. */
export const STORE_ID = /^[^\p{C}\p{Z},:;=|]{1,64}$/u;

/** True for a code that the grammar can carry. */
export const isFeatureCode = isValue;

function childrenFault(children: readonly ChildCodes[]): string | null {
  const ids = children.map((child) => child.childOrderId);
  const bad = children.find(({ childOrderId }) => !/^\d{1,20}$/.test(childOrderId));
  if (bad !== undefined) return bad.childOrderId;
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) return twice;
  const empty = children.find(({ codes }) => codes.length === 0);
  if (empty !== undefined) return empty.childOrderId;
  return children.flatMap((child) => child.codes).find((code) => !isValue(code)) ?? null;
}

/** Reads a feature written by the same grammar; the error names what does not fit. */
export function readFeature(text: string): Result<Feature, string> {
  const parts = new Map<string, string>();
  for (const part of text === '' ? [] : text.split(';')) {
    const at = part.indexOf('=');
    const name = at < 0 ? part : part.slice(0, at);
    if (at < 0 || !NAMES.has(name) || parts.has(name)) return err(part);
    parts.set(name, part.slice(at + 1));
  }
  const identCodes = readChildren(parts.get('identCode'));
  if (!identCodes.ok) return identCodes;
  const machineCodes = readChildren(parts.get('machineCode'));
  if (!machineCodes.ok) return machineCodes;
  const retailStore = readStore(parts.get('retailStoreId'), parts.get('retailStoreType'));
  if (!retailStore.ok) return retailStore;
  return ok({ identCodes: identCodes.value, machineCodes: machineCodes.value, retailStore: retailStore.value });
}

const NAMES: ReadonlySet<string> = new Set(['identCode', 'machineCode', 'retailStoreId', 'retailStoreType']);

function readChildren(text: string | undefined): Result<readonly ChildCodes[], string> {
  if (text === undefined) return ok([]);
  const children: ChildCodes[] = [];
  for (const group of text.split('|')) {
    const [childOrderId, codes, more] = group.split(':');
    if (childOrderId === undefined || codes === undefined || more !== undefined) return err(group);
    children.push({ childOrderId, codes: codes.split(',') });
  }
  const fault = childrenFault(children);
  return fault === null ? ok(children) : err(fault);
}

function readStore(id: string | undefined, type: string | undefined): Result<RetailStore | null, string> {
  if (id === undefined && type === undefined) return ok(null);
  if (id === undefined || !STORE_ID.test(id)) return err(id ?? 'retailStoreId');
  return type === 'STORE' || type === 'WAREHOUSE' ? ok({ id, type }) : err(type ?? 'retailStoreType');
}
