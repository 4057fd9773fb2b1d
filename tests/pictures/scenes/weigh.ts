import { callDesk } from '../../e2e/call-desk.ts';
import { plugInScale } from '../../e2e/pages/fake-scale.ts';
import { goodsOf, type Scene, type Stage, waybillOf } from '../stage.ts';

/** A shop that weighs its packages: typed, refused, and by a scale. */
export const weigh: Scene = {
  name: 'weigh',
  play: async (stage) => {
    const { page, shoot, scan, press } = stage;
    const scale = await plugInScale(page);
    await page.reload();
    await page.getByTestId('band').waitFor();
    const shop = await stage.shop('living');
    const orders = [await stage.order({ pieces: [1] }), await stage.order({ pieces: [1, 1] })] as const;
    await callDesk(page, 'shops', 'setPacking', { shop, wanted: { weigh: 'must', minGrams: 20, maxGrams: 5_000 } });
    await scan(orders[0].orderId, ...goodsOf(orders[0]));
    await shoot('weigh-first');
    await scan(waybillOf(orders[0]));
    await shoot('weigh-missing');
    await press('F8', 'w');
    await shoot('weigh-typing');
    await weighed(stage, '9');
    await shoot('weigh-implausible');
    await press('F8', 'w');
    await weighed(stage, '1.25');
    await shoot('weighed');
    await scan(waybillOf(orders[0]));
    await scaleOf(stage, scale);
  },
};

async function weighed({ page, press }: Stage, kilograms: string): Promise<void> {
  await page.getByTestId('weigh').getByRole('textbox').fill(kilograms);
  await press('Enter');
}

async function scaleOf({ go, shoot, page, words }: Stage, scale: Awaited<ReturnType<typeof plugInScale>>) {
  await go('/scanner');
  await shoot('scale-none');
  await page.getByRole('button', { name: words.scanner.scale.connect }).click();
  await page.waitForTimeout(SILENT_MS);
  await shoot('scale-silent');
  await scale.show('0.480');
  await page.getByTestId('scale-shows').waitFor();
  await shoot('scale-shows');
}

/** Longer than a scale that sends all the time is ever silent. */
const SILENT_MS = 4_000;
