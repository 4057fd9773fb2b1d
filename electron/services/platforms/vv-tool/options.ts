import { createHash } from 'node:crypto';
import type { LoneCode } from '../../../../shared/domain/platforms/vv-tool/captured-codes.ts';
import type { RetailStore } from '../../../../shared/domain/platforms/vv-tool/feature.ts';
import type { Account } from '../platform.ts';

/** The fields of a shop of this platform, read from its account. */
export type VvOptions = {
  readonly shopId: string;
  /** Edition 1 to 4; 1 where the shop says nothing. */
  readonly vvtype: string;
  readonly senderId: string;
  readonly cancelId: string;
  readonly retailStore: RetailStore | null;
  readonly loneCodeIs: LoneCode;
};

/** Reads what the shop is set to. A retail store counts only where both its fields are filled. */
export function optionsOf({ credentials }: Account): VvOptions {
  const type = credentials['retailStoreType'];
  const id = credentials['retailStoreId'] ?? '';
  return {
    shopId: credentials['shopId'] ?? '',
    vvtype: credentials['vvtype'] || '1',
    senderId: credentials['senderId'] ?? '',
    cancelId: credentials['cancelId'] ?? '',
    retailStore: id !== '' && (type === 'STORE' || type === 'WAREHOUSE') ? { id, type } : null,
    loneCodeIs: credentials['loneCodeIs'] === 'machineCode' ? 'machineCode' : 'identCode',
  };
}

/** The token a person pasted instead of account and access key; empty where there is none. */
export const pastedToken = ({ credentials }: Account): string => credentials['accessToken'] ?? '';

/** What must never be seen in a message about this account. */
export const secretsOf = (account: Account, token = ''): readonly string[] =>
  [account.credentials['accessKey'] ?? '', pastedToken(account), token].filter((secret) => secret !== '');

/**
 * Tells the aggregator's accounts apart, whichever shops use them: tokens and the limit of calls belong to an account.
 * A digest, so that no credential is kept under its own name.
 */
export function accountKey({ baseUrl, credentials }: Account): string {
  const { account = '', accessKey = '', accessToken = '' } = credentials;
  const whose = accessToken === '' ? [account, accessKey] : [accessToken];
  return `vv-tool:${createHash('sha256')
    .update(JSON.stringify([baseUrl, ...whose]))
    .digest('hex')
    .slice(0, 32)}`;
}
