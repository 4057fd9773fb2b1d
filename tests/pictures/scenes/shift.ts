import { callDesk } from '../../e2e/call-desk.ts';
import { savePackage } from '../../e2e/save-package.ts';
import { type Scene, type Stage, waybillOf } from '../stage.ts';

/** A shift from its checklist to its close: nothing yet, something wrong, the courier's pile, every difference. */
export const shift: Scene = {
  name: 'shift',
  play: async (stage) => {
    const { go, shoot, press, scan, page } = stage;
    await go('/shift');
    await page.getByTestId('start-checklist').waitFor();
    await shoot('shift-empty');
    await stage.shop('living');
    const orders = await packed(stage, await stage.shop('digital'));
    await go('/');
    await go('/shift');
    await scan('6901234567892');
    await shoot('shift-start');
    await press('F8', 'F3');
    await page.getByTestId('started').waitFor();
    await shoot('shift-running');
    await courier(stage, orders);
    await go('/shift');
    await page.getByTestId('difference').first().waitFor();
    await shoot('shift-differences');
    await page.getByTestId('difference').first().getByRole('button').last().click();
    await page.getByRole('dialog').waitFor();
    await shoot('shift-note');
    await press('Escape', 'F4');
    await page.getByRole('dialog').waitFor();
    await shoot('shift-close');
    await press('F4');
    await page.getByTestId('closed-shift').waitFor();
    await shoot('shift-closed');
    await press('Escape');
    await page.getByTestId('start-checklist').waitFor();
    await stage.host.kill();
    await press('F3');
    await page.waitForTimeout(NOTICED_MS);
    await shoot('shift-error');
  },
};

/** Long enough for the desk to see that nobody answers. */
const NOTICED_MS = 4_000;

/** Two confirmed packages, and one that cannot leave because its shop is paused. */
async function packed({ page, order }: Stage, paused: string) {
  const orders = [
    await order({ pieces: [1] }),
    await order({ pieces: [1] }),
    await order({ shop: 'digital', pieces: [1] }),
  ] as const;
  for (const each of orders.slice(0, 2)) await savePackage(page, each);
  await page.waitForTimeout(NOTICED_MS);
  await callDesk(page, 'shops', 'pause', { shop: paused });
  await savePackage(page, orders[2]);
  return orders;
}

async function courier({ go, shoot, scan, press, page }: Stage, orders: Awaited<ReturnType<typeof packed>>) {
  await go('/shift/hand-over');
  await page.getByTestId('hand-over').waitFor();
  await shoot('hand-over-start');
  await scan(waybillOf(orders[0]));
  await shoot('hand-over', { passing: true });
  await scan('ZT99999999999');
  await page.getByTestId('hand-over-alarm').waitFor();
  await shoot('hand-over-alarm');
  await press('F8');
}
