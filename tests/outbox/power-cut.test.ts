import { beforeAll, describe, expect, it } from 'vitest';
import { runTrial } from '../faults/trial.ts';
import { buildPlatter, forgetfulDisk, mixPages } from '../faults/power/forgetful-disk.ts';

const MINUTES = 60_000;

describe.runIf(process.platform === 'linux')(
  'A desk whose power fails again and again while it packs and sends',
  () => {
    let platter = '';
    beforeAll(() => {
      platter = buildPlatter();
    });

    it(
      'keeps every package it promised although the disk forgets what was not flushed',
      async () => {
        const report = await runTrial({ cycles: 12, seed: 20_261_122, disk: forgetfulDisk(platter, 'nothing') });
        expect(report).toMatchObject({ lost: 0, doubled: 0, falselyShipped: 0, stuck: 0 });
        expect(report.acknowledged).toBeGreaterThan(20);
        expect(report.end).toMatchObject({ integrity: 'ok', conservation: { balanced: true } });
      },
      10 * MINUTES,
    );

    it(
      'loses packages as soon as commits are not flushed, which is how the library comes',
      async () => {
        const disk = forgetfulDisk(platter, 'nothing');
        const report = await runTrial({ cycles: 6, seed: 5, disk, without: 'flush' });
        expect(report.lost).toBeGreaterThan(0);
      },
      10 * MINUTES,
    );

    it('leaves single pages behind where the disk reorders what it writes', () => {
      const old = Buffer.alloc(3 * 4096, 1);
      const fresh = Buffer.alloc(4 * 4096, 2);
      const chances = [0.9, 0.1, 0.1, 0.9];
      const mixed = mixPages(old, fresh, () => chances.shift() ?? 0);
      expect([0, 1, 2, 3].map((page) => mixed[page * 4096])).toEqual([2, 1, 1, 2]);
      expect(mixPages(old, fresh, () => 0.1)).toEqual(old);
    });
  },
);
