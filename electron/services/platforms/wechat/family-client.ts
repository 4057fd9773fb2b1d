import type { PlatformId } from '../../../../shared/domain/platforms/platform-id.ts';
import type { Clock } from '../../ports.ts';
import type { Platform } from '../platform.ts';
import { carriersIn, fetchCarriers, type CarrierCall } from './carriers.ts';
import { createMutate, type Mutate } from './mutation.ts';
import type { PostDeps } from './post.ts';
import { createReadCall, type ReadCall } from './read-call.ts';
import { createTokenSource } from './token.ts';

/** What a client of the family needs of the outside. */
export type WechatDeps = PostDeps & { readonly clock: Clock };

/** What every client of the family is made of: calls with tokens of its own, and the members that are the same for all. */
export type FamilyClient = {
  readonly read: ReadCall;
  readonly mutate: Mutate;
  readonly members: Pick<Platform, 'checkConnection' | 'listCarriers' | 'carriersIn' | 'forget'>;
};

/** Creates the common part of one platform's client; its tokens are shared with no other platform. */
export function createFamilyClient(outside: WechatDeps, platform: PlatformId, carriers: CarrierCall): FamilyClient {
  const deps = { ...outside, platform };
  const tokens = createTokenSource(deps);
  const read = createReadCall({ ...deps, tokens });
  return {
    read,
    mutate: createMutate({ ...deps, tokens }),
    members: {
      checkConnection: async (account) => {
        const token = await tokens.renew(account);
        if (!token.ok) return token;
        const reply = await fetchCarriers(read, account, carriers);
        if (!reply.ok) return reply;
        return { ok: true, value: { carriers: reply.value.carriers.length, serverTimeMs: reply.value.serverTimeMs } };
      },
      listCarriers: (account) => fetchCarriers(read, account, carriers),
      carriersIn,
      forget: tokens.forget,
    },
  };
}
