import { err, ok, type Result } from '../../../kernel/result.ts';

/** Longest name of a company that is not on the list, in characters. */
export const COMPANY_NAME_MAX = 20;

/**
 * The `company_code` of a shipment: the carrier's code, or for a company that is not on the list its name. `other` is
 * never sent, for Taobao refuses it. The error is the text that cannot be sent.
 */
export function companyCode(carrier: {
  readonly carrierCode: string;
  readonly carrierName: string;
}): Result<string, string> {
  const code = carrier.carrierCode.trim();
  const sent = isOther(code) ? carrier.carrierName.trim() : code;
  if (sent === '' || isOther(sent) || UNSEEN.test(sent)) return err(sent || code);
  return LISTED_CODE.test(sent) || [...sent].length <= COMPANY_NAME_MAX ? ok(sent) : err(sent);
}

const isOther = (text: string): boolean => /^(?:others?|qita|其他|其它|其他快递|其它快递)$/i.test(text);

/** Codes are plain ASCII such as `YUNDA` or `DISTRIBUTOR_13222803`; the limit is for names. */
const LISTED_CODE = /^[0-9A-Za-z_-]{1,64}$/;
const UNSEEN = /[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF]/;
