import type { PlatformId } from '../../../shared/domain/platforms/platform-id.ts';
import type { Clock, Log } from '../ports.ts';
import { createHttpRequest } from './http/http-request.ts';
import type { Platform } from './platform.ts';
import { createWechatChannels } from './wechat-channels/client.ts';

/** What the clients need of the host. */
export type PlatformsDeps = {
  readonly clock: Clock;
  readonly log: Log;
  readonly resolveProxy: (url: string) => Promise<string | null>;
  /** Root certificates to trust besides the usual ones, as PEM (a company's own, imported by an admin). */
  readonly extraRoots?: readonly string[];
};

/** Every platform this version has a client for. One that is missing here cannot be added as a shop. */
export function createPlatforms(deps: PlatformsDeps): ReadonlyMap<PlatformId, Platform> {
  const http = createHttpRequest(deps.extraRoots === undefined ? {} : { extraRoots: deps.extraRoots });
  return new Map<PlatformId, Platform>([['wechat-channels', createWechatChannels({ ...deps, http })]]);
}
