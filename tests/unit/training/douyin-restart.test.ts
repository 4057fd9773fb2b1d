import { expect, test } from 'vitest';
import { packageOf, startDouyinDesk } from '../../platforms/douyin-desk.ts';
import { newStateDir } from '../../support/training.ts';

test('a request id that succeeded is remembered over a restart, so a repeat ships nothing', async () => {
  const stateDir = newStateDir();
  const before = await startDouyinDesk({ stateDir });
  const order = await before.order('split');
  const payload = packageOf(order, { only: [0] });
  expect((await before.platform.send(before.account, payload, 3_000)).verdict).toEqual({ kind: 'applied' });
  await before.stop();
  const after = await startDouyinDesk({ stateDir });
  expect((await after.platform.send(after.account, payload, 3_000)).verdict).toEqual({ kind: 'applied' });
  expect((await after.desk.summary(order.orderId)).applied.send).toBe(1);
  await after.stop();
});

test('a gateway that takes repeats ships twice, so that a test would notice', async () => {
  const desk = await startDouyinDesk({ takesRepeats: true });
  const payload = packageOf(await desk.order());
  await desk.platform.send(desk.account, payload, 3_000);
  expect((await desk.platform.send(desk.account, payload, 3_000)).verdict).toEqual({ kind: 'applied' });
  expect((await desk.desk.summary(payload.orderId)).doubled).toHaveLength(1);
  await desk.stop();
});
