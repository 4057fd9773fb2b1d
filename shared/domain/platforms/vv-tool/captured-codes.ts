import type { PackageItem, SerialNumber } from '../../shipment.ts';
import type { ChildCodes, Feature } from './feature.ts';

/**
 * What was scanned from the goods as the two kinds the platform knows: a phone number of a device (IMEI) is its
 * identCode and the serial number beside it its machineCode; a code scanned alone is an identCode, or a machineCode
 * where the shop says so.
 */
export function capturedCodes(
  items: readonly PackageItem[],
  { orderId, loneCodeIs }: { readonly orderId: string; readonly loneCodeIs: LoneCode },
): Pick<Feature, 'identCodes' | 'machineCodes'> {
  const ident = new Map<string, string[]>();
  const machine = new Map<string, string[]>();
  for (const item of items) {
    // A trade of one child order has that child's number.
    const childOrderId = item.childOrderId ?? orderId;
    for (const captured of item.serialNumbers ?? []) {
      const { identCode, machineCode } = kindsOf(captured, loneCodeIs);
      if (identCode !== undefined) append(ident, childOrderId, identCode);
      if (machineCode !== undefined) append(machine, childOrderId, machineCode);
    }
  }
  return { identCodes: childrenOf(ident), machineCodes: childrenOf(machine) };
}

/** What a code that was scanned without an IMEI beside it is sent as. */
export type LoneCode = 'identCode' | 'machineCode';

function kindsOf(
  { serialNumber, imei1 }: SerialNumber,
  loneCodeIs: LoneCode,
): { readonly identCode?: string; readonly machineCode?: string } {
  if (imei1 !== undefined && imei1 !== '') return { identCode: imei1, machineCode: serialNumber };
  return loneCodeIs === 'identCode' ? { identCode: serialNumber } : { machineCode: serialNumber };
}

const append = (codes: Map<string, string[]>, childOrderId: string, code: string): void => {
  codes.set(childOrderId, [...(codes.get(childOrderId) ?? []), code]);
};

const childrenOf = (codes: ReadonlyMap<string, readonly string[]>): readonly ChildCodes[] =>
  [...codes].map(([childOrderId, of]) => ({ childOrderId, codes: of }));
