import type { Account, Authorisation, ReadResult } from '../platform.ts';
import { shopFields } from './orders.ts';
import type { ReadCall } from './read-call.ts';
import { contentWith } from './content.ts';

/**
 * Asks whether the owner has let the aggregator act for the shop. "Not authorised" is an answer, not a failure; its link
 * is for a person to open or scan.
 */
export async function authorise(read: ReadCall, account: Account): Promise<ReadResult<Authorisation>> {
  const answer = await read(account, '/tool/erps/shop-authorize', shopFields(account));
  if (answer.ok) {
    const { json } = answer.value;
    const status = contentWith(json, 'status')?.['status'];
    const success = contentWith(json, 'success')?.['success'];
    return { ok: true, value: { authorised: status !== 'unAuthorize' && success !== false, link: '' } };
  }
  if (answer.error.code === '302') return { ok: true, value: { authorised: false, link: answer.error.link ?? '' } };
  return answer;
}
