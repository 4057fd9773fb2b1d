import { createHttpRequest } from '../../electron/services/platforms/http/http-request.ts';
import type { Account, Platform } from '../../electron/services/platforms/platform.ts';
import type { WechatDeps } from '../../electron/services/platforms/wechat/family-client.ts';
import type { PracticeOrderView } from '../../electron/training/admin/order-routes.ts';
import type { TrainingOptions } from '../../electron/training/start-training-server.ts';
import type { PlatformId } from '../../shared/domain/platforms/platform-id.ts';
import { startTraining } from '../support/training.ts';
import { rememberingLog, standingClock } from '../unit/platforms/quiet-deps.ts';

export type DeskOptions = Omit<TrainingOptions, 'now'>;

/** A client in front of the practice platforms, all on one clock that a test moves; `shops` are those of its platform. */
export async function startPlatformDesk(id: PlatformId, create: (deps: WechatDeps) => Platform, options: DeskOptions) {
  const clock = standingClock(Date.now());
  const training = await startTraining({ ...options, now: () => clock.now() });
  const log = rememberingLog();
  const platform = create({ http: createHttpRequest(), clock, log, resolveProxy: async () => null });
  const everyShop = await training.desk.shops();
  const shops = everyShop.filter((shop) => shop.platform === id);
  const accountOf = (appId: string): Account => {
    const shop = everyShop.find((candidate) => candidate.appId === appId);
    if (shop === undefined) throw new Error(`no practice shop ${appId}`);
    return { shopId: `shop-${appId}`, baseUrl: shop.baseUrl, credentials: shop.credentials };
  };
  /** Practice orders of the platform's own shops. */
  const orders = async (kind?: PracticeOrderView['kind']): Promise<readonly PracticeOrderView[]> =>
    (await training.desk.orders(kind)).filter(({ appId }) => shops.some((shop) => shop.appId === appId));
  const take = async (kind: PracticeOrderView['kind']): Promise<PracticeOrderView> => {
    const [order] = await orders(kind);
    if (order === undefined) throw new Error(`no practice order of kind ${kind}`);
    return order;
  };
  return { clock, log, platform, training, desk: training.desk, shops, accountOf, orders, take, stop: training.stop };
}
export type PlatformDesk = Awaited<ReturnType<typeof startPlatformDesk>>;
