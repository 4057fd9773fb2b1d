import type { PackingView } from '../../../shared/contract/packing.ts';
import type { PracticeLesson } from '../../../shared/contract/training.ts';
import type { PracticeTray } from '../../state/tray-store.ts';
import { bandStep } from './band.ts';

/** One thing to click on the practice tray; a click counts as a scan of `code`. */
export type TrayCode = {
  readonly kind: 'order' | 'item' | 'serial' | 'waybill';
  readonly code: string;
  readonly label: string;
  /** Pieces still wanted, for goods. */
  readonly left: number | null;
  /** What a special order teaches. */
  readonly lesson: PracticeLesson | null;
  /** What a beginner should click now. */
  readonly next: boolean;
};

type OpenOrder = NonNullable<PackingView['order']>;

const WAYBILLS_SHOWN = 2;

/** What lies on the tray for what the bench waits for. */
export function trayCodes(tray: PracticeTray, view: PackingView, orders: number): readonly TrayCode[] {
  const step = bandStep(view);
  const { order } = view;
  if (!order || step === 'order') return orderCodes(tray, order?.orderId ?? '').slice(0, orders);
  if (step === 'serial') return serialCodes(tray, order, view.serialForLine);
  const waybills = waybillCodes(tray, view, step === 'waybill');
  return step === 'waybill' ? waybills : [...itemCodes(order), ...waybills];
}

const orderCodes = (tray: PracticeTray, done: string): readonly TrayCode[] =>
  tray
    .filter(({ orderId }) => orderId !== done)
    .map(({ orderId, items, lesson }, index) => ({
      kind: 'order',
      code: orderId,
      label: items.map(({ title, quantity }) => `${title} × ${quantity}`).join('、'),
      left: null,
      lesson,
      next: index === 0,
    }));

/** The serial number of the piece that was scanned last: they lie on the tray in the order of the pieces. */
function serialCodes(tray: PracticeTray, order: OpenOrder, lineNo: number | null): readonly TrayCode[] {
  const line = order.lines.find((candidate) => candidate.lineNo === lineNo);
  const own = tray.find(({ orderId }) => orderId === order.orderId);
  const item = own?.items.find(({ barcode }) => barcode === line?.barcode);
  const code = item?.serialNumbers[(line?.packed ?? 1) - 1];
  return code ? [{ kind: 'serial', code, label: line?.title ?? '', left: null, lesson: null, next: true }] : [];
}

function itemCodes(order: OpenOrder): readonly TrayCode[] {
  const lines = order.lines.filter(({ wanted }) => wanted > 0);
  const next = lines.find(({ packed, wanted }) => packed < wanted);
  return lines.map((line) => ({
    kind: 'item',
    code: line.barcode || line.skuCode,
    label: [line.title, line.variant].filter(Boolean).join(' '),
    left: line.wanted - line.packed,
    lesson: null,
    next: line === next,
  }));
}

function waybillCodes(tray: PracticeTray, view: PackingView, next: boolean): readonly TrayCode[] {
  const used = new Set(view.packages.map(({ waybill }) => waybill));
  const own = tray.find(({ orderId }) => orderId === view.order?.orderId);
  return (own?.waybills ?? [])
    .filter((waybill) => !used.has(waybill))
    .slice(0, WAYBILLS_SHOWN)
    .map((code, index) => ({ kind: 'waybill', code, label: '', left: null, lesson: null, next: next && index === 0 }));
}
