import type { Account } from '../platform.ts';

/** The fields of a shop of this platform, read from its account. */
export type DouyinOptions = {
  readonly appId: string;
  readonly appSecret: string;
  readonly sellerNick: string;
  /** The sending address (`address_id`); empty where the shop's default is meant. */
  readonly addressId: string;
};

export const optionsOf = ({ credentials }: Account): DouyinOptions => ({
  appId: credentials['appId'] ?? '',
  appSecret: credentials['appSecret'] ?? '',
  sellerNick: credentials['sellerNick'] ?? '',
  addressId: credentials['senderId'] ?? '',
});

/** What must never be seen in a message about this account. */
export const secretsOf = (account: Account): readonly string[] =>
  [optionsOf(account).appSecret].filter((secret) => secret !== '');
