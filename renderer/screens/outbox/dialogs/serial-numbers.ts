import type { OpPayload } from '../../../../shared/domain/shipment.ts';

/** All serial numbers of a package in the order of its goods, the order in which an edit gives them back. */
export const serialNumbersOf = (payload: OpPayload): readonly string[] =>
  payload.items.flatMap((item) => (item.serialNumbers ?? []).map((one) => one.serialNumber));
