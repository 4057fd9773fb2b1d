import { expect, test } from 'vitest';
import { startDropshipDesk, wholeDropshipParcel } from './dropship-desk.ts';
import { testReplyKinds } from './reply-kinds.ts';

testReplyKinds({
  start: () => startDropshipDesk({ further: 20, tokenLifeS: 7_200 }),
  freshOrder: async ({ desk }) => {
    const [order] = await desk.addOrders({ count: 1, kind: 'several', shop: 'supplier' });
    if (order === undefined) throw new Error('no order added');
    return order;
  },
  payloadFor: (order) => wholeDropshipParcel(order),
});

test('a busy platform is looked up, for its page does not say that nothing was done', async () => {
  const desk = await startDropshipDesk();
  const order = await desk.take('single');
  await desk.desk.setFault({ mode: 'busy', scope: order.orderId, calls: ['send'] });
  const outcome = await desk.platform.send(desk.accountOf(order.appId), wholeDropshipParcel(order), 3_000);
  expect(outcome).toMatchObject({ code: '100003', verdict: { kind: 'ambiguous' } });
  expect((await desk.desk.summary(order.orderId)).applied.send).toBe(0);
  await desk.stop();
});
