import { callDesk } from '../../e2e/call-desk.ts';
import type { Scene } from '../stage.ts';

/** Training: the frame, the tray to click, and the screens at twice their size. */
export const training: Scene = {
  name: 'training',
  play: async ({ page, go, shoot }) => {
    await callDesk(page, 'training', 'start', {});
    await page.reload();
    await page.getByTestId('tray').waitFor();
    await shoot('training-idle');
    for (let step = 0; step < 2; step += 1) {
      await page.getByTestId('tray').locator('[data-next]').click();
      await page.waitForTimeout(STEP_MS);
    }
    await shoot('training-items');
    await callDesk(page, 'settings', 'set', { key: 'ui.scalePercent', value: 200 });
    await shoot('double-training-items');
    for (const name of ['orders', 'outbox', 'shops', 'settings', 'history', 'shelf', 'codes']) {
      await go(`/${name}`);
      await shoot(`double-${name}`);
    }
  },
};

const STEP_MS = 700;
