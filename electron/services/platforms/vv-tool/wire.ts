import { ADDRESS_ID } from '../../../../shared/domain/platforms/capabilities.ts';
import { capturedCodes } from '../../../../shared/domain/platforms/vv-tool/captured-codes.ts';
import { companyCode } from '../../../../shared/domain/platforms/vv-tool/company-code.ts';
import { writeFeature } from '../../../../shared/domain/platforms/vv-tool/feature.ts';
import { isSplitSend } from '../../../../shared/domain/platforms/vv-tool/split.ts';
import type { SendPayload } from '../../../../shared/domain/shipment.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import type { Unsendable } from '../http/unsent.ts';
import type { FormFields } from './form.ts';
import type { VvOptions } from './options.ts';

export const SEND_PATH = '/tool/erps/send';

/**
 * The form fields of one shipment, as in the document's samples: numbers are text, fields that do not apply are left
 * out, and `is_split` comes with `sub_tid` or neither of them.
 */
export function sendFields(payload: SendPayload, options: VvOptions): Result<FormFields, Unsendable> {
  const { deliver, orderId } = payload;
  if (!/^\d{1,20}$/.test(orderId)) return err({ field: 'order', message: 'a trade number has digits only' });
  if (deliver.type !== 'courier')
    return err({ field: 'deliver-type', message: 'this interface ships by courier only' });
  const company = companyCode(deliver);
  if (!company.ok)
    return err({ field: 'carrier', message: 'an unlisted carrier goes by its name, up to 20 characters' });
  const split = splitFields(payload);
  if (!split.ok) return split;
  const feature = writeFeature({
    ...capturedCodes(payload.items, { orderId, loneCodeIs: options.loneCodeIs }),
    retailStore: options.retailStore,
  });
  if (!feature.ok) return err({ field: 'serial-number', message: 'a captured code cannot be written into feature' });
  const addresses = [options.senderId, options.cancelId].filter((id) => id !== '');
  if (!addresses.every((id) => ADDRESS_ID.test(id)))
    return err({ field: 'channel', message: 'the address ids of the shop have digits only' });
  if (!/^[1-4]$/.test(options.vvtype)) return err({ field: 'channel', message: 'vvtype is 1, 2, 3 or 4' });
  return ok([
    ['tid', orderId],
    ['out_sid', deliver.waybill],
    ['company_code', company.value],
    ['shop_id', options.shopId],
    ...split.value,
    ...given('sender_id', options.senderId),
    ...given('cancel_id', options.cancelId),
    ...given('feature', feature.value),
    ...editionField(options),
  ]);
}

/** The edition, where it is not the one a call without it means. */
export const editionField = ({ vvtype }: VvOptions): FormFields => (vvtype === '1' ? [] : [['vvtype', vvtype]]);

const given = (name: string, value: string): FormFields => (value === '' ? [] : [[name, value]]);

function splitFields(payload: SendPayload): Result<FormFields, Unsendable> {
  if (!isSplitSend(payload)) return ok([]);
  const children = [...new Set(payload.items.map((item) => item.childOrderId ?? ''))];
  if (children.some((id) => !/^\d{1,20}$/.test(id)))
    return err({ field: 'items', message: 'a split names the child order of everything in it' });
  return ok([
    ['is_split', '1'],
    ['sub_tid', children.join(',')],
  ]);
}
