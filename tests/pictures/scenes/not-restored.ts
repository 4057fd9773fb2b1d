import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startLoopbackHost } from '../../e2e/hosts/loopback-host.ts';
import { addPeople } from '../../e2e/pages/people.ts';
import type { Scene } from '../stage.ts';

/** A restore that was cut off: what people read before and after they sign in. */
export const notRestored: Scene = {
  name: 'not-restored',
  play: async ({ page, host, dataDir, shoot, scan, words }) => {
    const { bo } = await addPeople(page);
    await host.stop();
    writeFileSync(join(dataDir, 'dispatch-desk.db.restoring.partial'), 'half');
    const again = await startLoopbackHost(dataDir);
    try {
      await again.open(page);
      await page.getByTestId('sign-in').getByRole('alert').waitFor();
      await shoot('not-restored-sign-in');
      await scan(bo.badge);
      await page.getByRole('button', { name: words.shell.recovery.open }).waitFor();
      await shoot('not-restored');
      await page.getByRole('button', { name: words.shell.recovery.open }).click();
      await page.getByRole('dialog').waitFor();
      await shoot('not-restored-report');
    } finally {
      await again.stop();
    }
  },
};
