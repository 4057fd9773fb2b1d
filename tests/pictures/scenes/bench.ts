import { callDesk } from '../../e2e/call-desk.ts';
import { goodsOf, type Scene, type Stage, waybillOf } from '../stage.ts';

const BUYER_NOTE = '请用礼品袋，不要放价格单。';

/** An ordinary order from its number to the green screen, and what a packer may ask for on the way. */
export const bench: Scene = {
  name: 'bench',
  play: async (stage) => {
    await stage.shop('living');
    await wholeOrder(stage);
    await panels(stage);
    await twoPackages(stage);
  },
};

async function wholeOrder({ shoot, scan, order }: Stage): Promise<void> {
  const tea = await order({ pieces: [2, 1, 1], buyerNote: BUYER_NOTE });
  await shoot('pack-idle');
  await scan(tea.orderId);
  await shoot('pack-order');
  const [first, ...others] = goodsOf(tea);
  await scan(first ?? '');
  await shoot('pack-items');
  await scan(...others);
  await shoot('pack-waybill');
  await scan(waybillOf(tea));
  await shoot('pack-saved', { passing: true });
}

async function panels({ page, shoot, scan, press, order }: Stage): Promise<void> {
  const [large, other] = [await order({ pieces: [3, 2, 1, 1, 2, 1, 1] }), await order({ pieces: [1] })];
  await scan(large.orderId, goodsOf(large)[0] ?? '');
  await shoot('pack-many-items');
  await press('F1');
  await shoot('pack-help');
  await press('F1', 'F6');
  await shoot('pack-quantity');
  await press('Escape', 'F7');
  await shoot('pack-typing');
  await press('Escape');
  await scan('KX-1042');
  await shoot('pack-unknown-code');
  await press('3');
  await scan(other.orderId);
  await shoot('pack-second-order');
  await press('2');
  await press('Escape');
  await shoot('pack-close-order');
  await press('Escape', 'F9');
  await page.getByTestId('question').waitFor();
  await shoot('pack-hold-reason');
  await press('3');
  await shoot('pack-held', { passing: true });
}

async function twoPackages({ page, shoot, scan, press, order, words }: Stage): Promise<void> {
  const parts = await order({ pieces: [2, 1] });
  await scan(parts.orderId, goodsOf(parts)[0] ?? '');
  await press('F2');
  await scan(goodsOf(parts)[2] ?? '');
  await shoot('pack-two-boxes');
  await press('F4');
  await shoot('pack-two-boxes-waybill');
  await press('F10');
  await shoot('pack-undone', { passing: true });
  await press('F4');
  // A number of twelve digits fits several couriers.
  await scan('412345678901');
  await shoot('pack-carrier-question');
  await callDesk(page, 'packing', 'act', { action: 'undo' }).catch(() => null);
  await page.evaluate(() => window.dispatchEvent(new Event('blur')));
  await shoot(`pack-window-behind`);
  await page.evaluate(() => window.dispatchEvent(new Event('focus')));
  void words;
}
