import { callDesk } from '../../e2e/call-desk.ts';
import { plugInCamera } from '../../e2e/pages/fake-camera.ts';
import { goodsOf, type Scene, type Stage, waybillOf } from '../stage.ts';

/** A shop that wants its packages photographed: the picture, a camera that fails, the story, the settings. */
export const photo: Scene = {
  name: 'photo',
  play: async (stage) => {
    const { page, shoot, scan, press, order } = stage;
    const shop = await stage.shop('living');
    const want = (mode: 'ask' | 'must') =>
      callDesk(page, 'shops', 'setPacking', {
        shop,
        wanted: { weigh: 'off', minGrams: 10, maxGrams: 50_000, photo: mode },
      });
    await want('ask');
    const camera = await plugInCamera(page);
    const shot = await order({ pieces: [1, 1] });
    await scan(shot.orderId, ...goodsOf(shot));
    await page.getByTestId('photo').getByRole('img').waitFor();
    await shoot('photo-taken');
    await scan(waybillOf(shot));
    await want('must');
    await camera.fail('NotReadableError');
    await page.reload();
    const failed = await order({ pieces: [1] });
    await scan(failed.orderId, ...goodsOf(failed));
    await page.getByTestId('blocked').waitFor();
    await shoot('photo-missing');
    await press('F8');
    await shoot('photo-again');
    await camera.work();
    await press('p');
    await scan(waybillOf(failed));
    await story(stage, shot.orderId);
    await settings(stage, camera);
  },
};

async function story({ page, shoot, go, words }: Stage, orderId: string): Promise<void> {
  await go('/outbox');
  await page.getByRole('button', { name: words.outbox.filters.all }).first().click();
  await page.getByText(orderId).first().click();
  await page.getByTestId('photo-proof').getByRole('img').waitFor();
  await shoot('photo-story');
  await page.getByTestId('photo-proof').getByRole('button').click();
  await shoot('photo-large');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
}

async function settings(
  { page, shoot, go, words }: Stage,
  camera: Awaited<ReturnType<typeof plugInCamera>>,
): Promise<void> {
  await go('/settings');
  const look = page.getByRole('button', { name: words.settings.camera.look });
  await look.click();
  await page.locator('video').waitFor();
  await page.locator('video').scrollIntoViewIfNeeded();
  await shoot('photo-settings');
  await page.getByRole('button', { name: words.settings.camera.close }).click();
  await camera.fail('NotAllowedError');
  await look.click();
  await page.getByRole('alert').first().waitFor();
  await shoot('photo-settings-refused');
}
