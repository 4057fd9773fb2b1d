import type { Account, Authorisation, ReadResult } from '../platform.ts';
import { contentWith } from './content.ts';
import { shopFields } from './orders.ts';
import type { ReadCall } from './read-call.ts';

/**
 * Asks whether the owner has let the aggregator act for the shop. "Not authorised" is an answer, not a failure; its link
 * is for a person to open or scan.
 */
export async function authorise(read: ReadCall, account: Account): Promise<ReadResult<Authorisation>> {
  const answer = await read(account, '/tool/erps/shop-authorize', shopFields(account));
  if (!answer.ok)
    return answer.error.code === '302' ? { ok: true, value: unauthorised(answer.error.link ?? '') } : answer;
  const { json, link } = answer.value;
  const status = contentWith(json, 'status')?.['status'];
  const success = contentWith(json, 'success')?.['success'];
  return { ok: true, value: status !== 'unAuthorize' && success !== false ? { authorised: true } : unauthorised(link) };
}

const unauthorised = (link: string): Authorisation => ({
  authorised: false,
  refusal: {
    kind: 'account',
    cause: 'permission',
    httpStatus: 200,
    code: '302',
    message: `the shop is not authorised ${link}`.trim(),
    requestId: '',
    ...(link === '' ? {} : { link }),
  },
});
