import { describe, expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../../electron/cli/client.ts';
import { createClockSkew } from '../../../electron/services/sync/clock-skew.ts';
import { openTestBackend } from '../../support/backend.ts';
import { startTraining } from '../../support/training.ts';

describe('How far our clock is off', () => {
  it('is told to the pages when the minutes change, not at every answer', () => {
    const told: string[] = [];
    const skew = createClockSkew({ emit: (name) => told.push(name) });
    expect(skew.seconds()).toBeNull();
    for (const aheadMs of [400, -2_000, 30_000]) skew.note(aheadMs);
    expect([skew.seconds(), told.length]).toEqual([30, 0]);
    for (const aheadMs of [-125_000, -126_000, -90_000, 500]) skew.note(aheadMs);
    expect([skew.seconds(), told]).toEqual([1, ['status.changed', 'status.changed', 'status.changed']]);
  });

  it('is measured by any call of a shop whose platform checks the time', async () => {
    const training = await startTraining({ orders: 0 });
    onTestFinished(training.stop);
    await training.desk.setFault({ mode: 'wrong-clock', delayMs: 120_000 });
    const features = { host: 'cli', printing: false, updates: false, ownWindow: false } as const;
    const { backend } = await openTestBackend({ features });
    const client = createClient(backend, { role: 'admin', operator: 'Mei' });
    const shop = (await training.desk.shops()).find(({ key }) => key === 'douyin');
    if (shop === undefined) throw new Error('no practice shop');
    const { platform, baseUrl, credentials } = shop;
    expect((await client.shops.add({ name: 'Tea', platform, baseUrl, credentials })).ok).toBe(true);
    const seconds = async (): Promise<number | null> => {
      const status = await client.system.status({});
      return status.ok ? status.value.clockSkewSeconds : null;
    };
    expect(await seconds()).toBeNull();
    expect((await client.orders.pull({ shop: 'Tea', wait: true })).ok).toBe(true);
    expect(Math.abs(((await seconds()) ?? 0) + 120)).toBeLessThan(10);
  });
});
