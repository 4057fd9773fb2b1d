import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { callDesk } from '../../e2e/call-desk.ts';
import { startLoopbackHost } from '../../e2e/hosts/loopback-host.ts';
import { savePackage } from '../../e2e/save-package.ts';
import { goodsOf, type Scene, type Stage, waybillOf } from '../stage.ts';

/** What goes wrong around the desk: no network, no backend, a database that had to be recovered. */
export const trouble: Scene = {
  name: 'trouble',
  play: async (stage) => {
    const { page, host, go, shoot, order, training, scan } = stage;
    await stage.shop('living');
    const [first, second] = [await order({ pieces: [1] }), await order({ pieces: [1, 1] })];
    await training.desk.setFault({ mode: 'offline' });
    await savePackage(page, first);
    await callDesk(page, 'care', 'backUpNow', {});
    await page.waitForTimeout(NOTICED_MS);
    await scan(second.orderId, goodsOf(second)[0] ?? '');
    await shoot('offline');
    await scan(goodsOf(second)[1] ?? '', waybillOf(second));
    await shoot('offline-saved', { passing: true });
    await host.kill();
    await scan('6901234567892');
    await page.waitForTimeout(NOTICED_MS);
    await shoot('service-down');
    for (const name of ['outbox', 'orders', 'shops', 'history', 'shelf', 'shift', 'people', 'settings', 'scanner']) {
      await go(`/${name}`);
      await page.waitForTimeout(FAILED_MS);
      await shoot(`down-${name}`);
    }
    await recovered(stage);
  },
};

/** Long enough for the desk to see that nobody answers. */
const NOTICED_MS = 4_000;
/** Long enough for a page to give up asking. */
const FAILED_MS = 1_500;

async function recovered({ page, dataDir, shoot, words }: Stage): Promise<void> {
  writeFileSync(join(dataDir, 'dispatch-desk.db'), 'broken');
  rmSync(join(dataDir, 'dispatch-desk.db-wal'), { force: true });
  const again = await startLoopbackHost(dataDir);
  try {
    await again.open(page);
    await page.getByTestId('band').or(page.locator('main')).first().waitFor();
    await page.getByText(words.shell.recovery.short.damaged).waitFor();
    await shoot('recovered');
    await page.getByRole('button', { name: words.shell.recovery.open }).click();
    await page.getByRole('dialog').waitFor();
    await shoot('recovered-report');
  } finally {
    await again.stop();
  }
}
