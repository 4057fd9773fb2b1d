import { expect, test } from 'vitest';
import { startDesk, wholeParcel } from './channels-desk.ts';
import { testReplyKinds } from './reply-kinds.ts';

testReplyKinds({
  start: () => startDesk({ orders: 20, tokenLifeS: 7_200 }),
  freshOrder: async ({ desk }) => {
    const [order] = await desk.addOrders({ count: 1, kind: 'single', shop: 'living' });
    if (order === undefined) throw new Error('no order added');
    return order;
  },
  payloadFor: (order) => wholeParcel(order),
});

test('a busy platform has done nothing and may be asked again', async () => {
  const desk = await startDesk({ orders: 20 });
  const order = await desk.take('single');
  await desk.desk.setFault({ mode: 'busy', scope: order.orderId, calls: ['send'] });
  const outcome = await desk.platform.send(desk.accountOf(order.appId), wholeParcel(order), 3_000);
  expect(outcome).toMatchObject({ code: '100003', verdict: { kind: 'retry', minWaitMs: 5_000 } });
  expect((await desk.desk.summary(order.orderId)).applied.send).toBe(0);
  await desk.stop();
});
