import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import type { Clock, Log } from '../ports.ts';
import { createDouyinFengchao } from './douyin-fengchao/client.ts';
import { createHttpRequest } from './http/http-request.ts';
import type { Charge, Platform } from './platform.ts';
import type { RateLogStore } from './rate-limit/rate-log-store.ts';
import { createVvTool } from './vv-tool/client.ts';
import { createWechatChannels } from './wechat-channels/client.ts';
import { createWechatDropship } from './wechat-dropship/client.ts';
import { createWechatMiniShop } from './wechat-mini-shop/client.ts';

/** What the clients need of the host. */
export type PlatformsDeps = {
  readonly clock: Clock;
  readonly log: Log;
  readonly resolveProxy: (url: string) => Promise<string | null>;
  /** Root certificates to trust besides the usual ones, as PEM (a company's own, imported by an admin). */
  readonly extraRoots?: readonly string[];
  /** Where the latest calls of accounts with a limit are kept, so that a restart keeps to it. */
  readonly rateLog?: RateLogStore;
  /** Told of every call a platform charged for. */
  readonly onCharge?: (charge: Charge) => void;
  /** Told how many ms this machine's clock is ahead, by platforms that refuse calls with a wrong time. */
  readonly onClockSkew?: (aheadMs: number) => void;
};

/** Every platform this version has a client for. One that is missing here cannot be added as a shop. */
export function createPlatforms(deps: PlatformsDeps): ReadonlyMap<PlatformId, Platform> {
  const http = createHttpRequest(deps.extraRoots === undefined ? {} : { extraRoots: deps.extraRoots });
  return new Map<PlatformId, Platform>([
    ['wechat-channels', createWechatChannels({ ...deps, http })],
    ['wechat-mini-shop', createWechatMiniShop({ ...deps, http })],
    ['wechat-dropship', createWechatDropship({ ...deps, http })],
    ['douyin-fengchao', createDouyinFengchao({ ...deps, http })],
    ['vv-tool', createVvTool({ ...deps, http })],
  ]);
}
