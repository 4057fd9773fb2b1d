import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import { spawnTraining, type Training } from '../support/training.ts';
import { callDesk } from './call-desk.ts';
import { startElectronHost } from './hosts/electron-host.ts';
import { startLoopbackHost } from './hosts/loopback-host.ts';
import type { DeskOptions, HostKind, RunningHost } from './hosts/running-host.ts';
import { packPage, type PackPage } from './pages/pack-page.ts';
import { type PracticeBox, practiceBox } from './practice-box.ts';

/** How fast the outbox looks again in these tests; so little is allowed only because the platform is on loopback. */
const QUICK = { 'outbox.settleMs': 300, 'outbox.readBackSpacingMs': 300, 'outbox.callTimeoutMs': 3_000 } as const;

/** The shop every desk here has. */
const SHOP = '山野茶铺';

export type DeskFixtures = {
  /** A data folder of this test's own. */
  readonly dataDir: string;
  readonly host: RunningHost;
  /** The practice platforms with their ledger and their faults. */
  readonly training: Training;
  /** Closes the desk, lets something happen to its folder, and shows it started again. */
  readonly reopen: (meanwhile: (dataDir: string) => Promise<void>) => Promise<Page>;
  /** The page of a desk that has its language and one shop with orders. */
  readonly desk: Page;
  readonly pack: PackPage;
  /** Goods, codes and waybills of orders made for this test. */
  readonly box: PracticeBox;
};

export const test = base.extend<DeskFixtures & DeskOptions>({
  hostKind: ['loopback', { option: true }],
  dataDir: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'dispatch-desk-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
  host: async ({ dataDir, hostKind }, use) => {
    const host = await startHost(hostKind, dataDir);
    await use(host);
    await host.stop();
  },
  reopen: async ({ host, dataDir, hostKind, page }, use) => {
    let running = host;
    await use(async (meanwhile) => {
      await running.stop();
      await meanwhile(dataDir);
      running = await startHost(hostKind, dataDir);
      return running.open(page);
    });
    if (running !== host) await running.stop();
  },
  training: async ({}, use) => {
    const training = await spawnTraining(['--orders', '0']);
    await use(training);
    await training.stop();
  },
  box: async ({ training }, use) => use(practiceBox(training)),
  desk: async ({ page, host, training }, use) =>
    use(await host.openPrepared(page, (early) => prepareDesk(early, training))),
  pack: async ({ desk }, use) => {
    const pack = packPage(desk);
    await pack.open();
    await use(pack);
  },
});

const startHost = (kind: HostKind, dataDir: string): Promise<RunningHost> =>
  kind === 'electron' ? startElectronHost(dataDir) : startLoopbackHost(dataDir);

export { expect };

/** Language, quick settings and a shop, as an admin would have set them up. */
async function prepareDesk(page: Page, training: Training): Promise<void> {
  for (const [key, value] of Object.entries(QUICK)) await callDesk(page, 'settings', 'set', { key, value });
  await callDesk(page, 'settings', 'set', { key: 'ui.language', value: 'zh-CN' });
  await addShop(page, training, { key: 'living', name: SHOP });
  await callDesk(page, 'settings', 'set', { key: 'ui.languageChosen', value: true });
}

/** Puts one of the practice platforms' shops onto the desk, as a shop of its own and not as practice. */
export async function addShop(
  page: Page,
  training: Training,
  { key, name }: { readonly key: string; readonly name: string },
): Promise<void> {
  const shop = (await training.desk.shops()).find((candidate) => candidate.key === key);
  if (!shop) throw new Error(`The practice platforms have no shop ${key}`);
  const { platform, credentials } = shop;
  await callDesk(page, 'shops', 'add', { name, platform, baseUrl: training.baseUrl, credentials });
}

/** Brings what the practice platforms have now onto the desk; on a busy machine a pull may take several tries. */
export async function pullOrders(page: Page, shop = SHOP): Promise<void> {
  const pull = (): Promise<unknown> => callDesk(page, 'orders', 'pull', { shop, wait: true });
  await expect.poll(pull, { timeout: 60_000 }).toMatchObject({ state: 'done' });
}
