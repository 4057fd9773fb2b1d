import { callDesk } from '../../e2e/call-desk.ts';
import { pullOrders } from '../../e2e/fixtures.ts';
import { goodsOf, type Scene, type Stage, waybillOf } from '../stage.ts';

/** Everything that stops the line: wrong goods, too many, a used waybill, an order that must not leave. */
export const stops: Scene = {
  name: 'stops',
  play: async (stage) => {
    const shop = await stage.shop('living');
    await wrongScans(stage);
    await stopTheBox(stage, shop);
    await stage.go('/shelf');
    await stage.shoot('shelf');
  },
};

async function wrongScans({ page, shoot, scan, press, order }: Stage): Promise<void> {
  const [tea, mixed] = [await order({ pieces: [1] }), await order({ pieces: [1, 1] })];
  await scan('3726152600446099999');
  await shoot('stop-unknown-order');
  await press('F8');
  await scan(tea.orderId, goodsOf(mixed)[1] ?? '');
  await shoot('stop-wrong-goods');
  await press('F8');
  await scan(goodsOf(tea)[0] ?? '');
  await page.waitForTimeout(TWICE_MS);
  await scan(goodsOf(tea)[0] ?? '');
  await shoot('stop-surplus');
  await press('F8');
  await scan(waybillOf(tea));
  await scan(mixed.orderId, ...goodsOf(mixed));
  await page.waitForTimeout(TWICE_MS);
  await scan(waybillOf(tea));
  await shoot('stop-waybill-used');
  await press('F8');
  await scan(waybillOf(mixed));
  await scan(tea.orderId);
  await shoot('stop-shipped-already');
  await press('F8');
}

/** The same code again this soon would be one trigger pull read twice. */
const TWICE_MS = 2_200;

async function stopTheBox({ page, shoot, scan, press, order, training }: Stage, shop: string): Promise<void> {
  const [late, saved, damaged] = [
    await order({ pieces: [2, 1] }),
    await order({ pieces: [1] }),
    await order({ pieces: [2] }),
  ];
  await scan(late.orderId, goodsOf(late)[0] ?? '');
  await training.desk.changeOrder(late.orderId, { holds: ['address-change'] });
  await pullOrders(page, shop);
  await page.getByTestId('blocked').waitFor();
  await shoot('stop-the-box');
  await press('F8');
  await scan(saved.orderId, ...goodsOf(saved));
  await training.desk.changeOrder(saved.orderId, { holds: ['risk'] });
  await scan(waybillOf(saved));
  await page.getByTestId('blocked').waitFor();
  await shoot('stop-box-saved');
  await press('F8');
  await scan(damaged.orderId, goodsOf(damaged)[0] ?? '');
  await press('F9');
  await page.getByTestId('question').waitFor();
  await press('3');
  await callDesk(page, 'packing', 'view', {});
}
