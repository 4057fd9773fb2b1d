import { expect, test } from './fixtures.ts';
import { electronProgram, startElectronHost } from './hosts/electron-host.ts';

test('the app starts in Electron and shows its first page', async ({ dataDir, page }) => {
  test.skip(
    electronProgram() === undefined,
    'There is no Electron here: its program comes from outside the package registry. Where it is, every spec runs in it.',
  );
  const host = await startElectronHost(dataDir);
  const shown = await host.open(page);
  await expect(shown.getByRole('button', { name: '中文' })).toBeVisible();
  await host.stop();
});
