import { join } from 'node:path';
import type { Problem } from '../../../shared/contract/problem.ts';
import { capabilitiesOf } from '../../../shared/domain/platforms/platform-list.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import type { EventHub } from '../events.ts';
import type { HttpRequest } from '../platforms/http/http-call.ts';
import type { HostPorts, TrainingServer } from '../ports.ts';
import type { ShopService } from '../shops/shop-service.ts';
import type { ShopRecord, ShopStore } from '../shops/shop-store.ts';
import type { Vault } from '../vault/vault.ts';
import {
  createPracticeDesk,
  type PracticeDesk,
  type PracticeFault,
  type PracticeSheetOrder,
  type PracticeShopInfo,
} from './practice-desk.ts';

/** How many practice orders lie on the tray and on the printed sheet. */
const SHEET_ORDERS = 12;

export type PracticeState = {
  readonly running: boolean;
  readonly baseUrl: string | null;
  readonly fault: PracticeFault;
};

/** Training mode: practice platforms in a process of their own, and practice shops that point at them. */
export type PracticeService = {
  readonly state: () => PracticeState;
  readonly shops: () => readonly ShopRecord[];
  /** Starts the platforms and brings the practice shops and their orders in; safe to call again. */
  readonly start: (actor: string) => Promise<Result<null, Problem>>;
  /**
   * Starts them again after a restart of the app, when practice shops exist. What the scan journal alone remembered of
   * them after a loss comes back whole: shops, their credentials and orders.
   */
  readonly resume: () => Promise<void>;
  /** Ends training: open practice shipments are withdrawn and the practice shops leave the lists. */
  readonly end: (actor: string) => Promise<Result<null, Problem>>;
  readonly setFault: (fault: PracticeFault) => Promise<Result<null, Problem>>;
  /** Of all practice shops, or of the one with this name. */
  readonly tray: (shop: string | null) => Promise<Result<readonly PracticeSheetOrder[], Problem>>;
  readonly sheetHtml: (language: 'zh-CN' | 'en', shop: string | null) => Promise<Result<string, Problem>>;
  /** Stops the process; the practice shops stay for the next start. */
  readonly close: () => Promise<void>;
};

type Deps = {
  readonly ports: Pick<HostPorts, 'dataDir' | 'startTraining' | 'log'>;
  readonly request: HttpRequest;
  readonly shops: ShopStore;
  readonly shopService: ShopService;
  readonly vault: Pick<Vault, 'hints'>;
  /** Pulls a shop's orders and carriers; resolves when they are in. */
  readonly pull: (shopId: string) => Promise<Result<null, Problem>>;
  /** Withdraws what is still open for a shop that is about to leave. */
  readonly withdraw: (shopId: string, actor: string) => void;
  readonly events: EventHub;
};

/** Creates training mode, switched off. */
export function createPracticeService(deps: Deps): PracticeService {
  const { shops, shopService, events } = deps;
  let fault: PracticeFault = 'none';
  const practiceShops = (): readonly ShopRecord[] => shops.list().filter((shop) => shop.training);
  const practice = createPracticeProcess(deps, practiceShops);
  const { launch } = practice;
  /** What the practice process throws (it is gone, it did not start) becomes the one problem of training. */
  const guarded = async <Value>(task: () => Promise<Result<Value, Problem>>): Promise<Result<Value, Problem>> => {
    try {
      return await task();
    } catch (error) {
      deps.ports.log.warn('training-failed', { reason: error instanceof Error ? error.name : 'unknown' });
      return err({ code: 'training-failed', detail: error instanceof Error ? error.message.slice(0, 200) : '' });
    } finally {
      events.emit('training.changed', []);
    }
  };

  return {
    state: () => ({ running: practice.baseUrl() !== null, baseUrl: practice.baseUrl(), fault }),
    shops: practiceShops,
    start: (actor) =>
      guarded(async () => {
        const offered = await (await launch()).shops();
        return bringIn(deps, offered, practice.baseUrl() ?? '', actor);
      }),
    resume: async () => {
      if (practiceShops().length === 0) return;
      await guarded(async () => {
        const { shops: offered } = await launch();
        const isLost = practiceShops().some((shop) => lacksCredentials(deps, shop));
        return isLost ? bringIn(deps, await offered(), practice.baseUrl() ?? '', 'system') : ok(null);
      });
    },
    end: (actor) =>
      guarded(async () => {
        for (const shop of practiceShops()) {
          deps.withdraw(shop.id, actor);
          const removed = shopService.remove(shop, actor);
          if (!removed.ok) return removed;
        }
        await practice.stop();
        fault = 'none';
        return ok(null);
      }),
    setFault: (wanted) =>
      guarded(async () => {
        await (await launch()).setFault(wanted);
        fault = wanted;
        return ok(null);
      }),
    tray: (shop) => guarded(async () => ok(await (await launch()).sheet(SHEET_ORDERS, shop))),
    sheetHtml: (language, shop) =>
      guarded(async () => ok(await (await launch()).sheetHtml(language, SHEET_ORDERS, shop))),
    close: practice.stop,
  };
}

/** Adds the practice shops that are not there yet, or not whole, then pulls all of them side by side. */
async function bringIn(
  deps: Deps,
  offered: readonly PracticeShopInfo[],
  baseUrl: string,
  actor: string,
): Promise<Result<null, Problem>> {
  const shopIds: string[] = [];
  for (const { name, platform, credentials } of offered) {
    if (!capabilitiesOf(platform).available) continue;
    const existing = deps.shops.find(name);
    const input = { name, platform, baseUrl, credentials };
    const shop = existing === null ? await deps.shopService.add(input, actor, { training: true }) : ok(existing);
    if (!shop.ok) return shop;
    const { id } = shop.value;
    if (lacksCredentials(deps, shop.value)) {
      const put = await deps.shopService.replaceCredentials(id, credentials, actor);
      if (!put.ok) return put;
    }
    shopIds.push(id);
  }
  for (const pulled of await Promise.all(shopIds.map(deps.pull))) if (!pulled.ok) return pulled;
  return ok(null);
}

/** So is one that was made again from the scan journal. */
const lacksCredentials = ({ vault }: Deps, { id, training }: ShopRecord): boolean =>
  training && Object.keys(vault.hints(id)).length === 0;

/** The practice platforms as a process of this app: one, however many ask for it at once. */
function createPracticeProcess({ ports, request, shops }: Deps, practiceShops: () => readonly ShopRecord[]) {
  let server: TrainingServer | null = null;
  let desk: Promise<PracticeDesk> | null = null;
  const open = async (): Promise<PracticeDesk> => {
    server = await ports.startTraining({ stateDir: join(ports.dataDir, 'training') });
    for (const shop of practiceShops()) shops.setBaseUrl(shop.id, server.baseUrl);
    return createPracticeDesk(server.adminUrl, request);
  };
  return {
    baseUrl: () => server?.baseUrl ?? null,
    /** A failed start is tried again by the next one who asks. */
    launch: (): Promise<PracticeDesk> => {
      desk ??= open().catch((error: unknown) => {
        desk = null;
        throw error;
      });
      return desk;
    },
    stop: async (): Promise<void> => {
      // One that is just starting would outlive this desk.
      await desk?.catch(() => undefined);
      const running = server;
      server = null;
      desk = null;
      await running?.stop();
    },
  };
}
