import type { BenchQuestion } from '../../../shared/contract/packing.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { HOLD_REASONS } from '../../../shared/domain/problem-shelf.ts';
import { missingOf, type Session, unsavedPieces } from './session.ts';

/** The digits a packer answers with reach to nine. */
const MAX_OPTIONS = 9;

const options = (...ids: readonly string[]): BenchQuestion['options'] => ids.map((id) => ({ id, about: '' }));

/** Asked before unsaved goods leave their boxes. */
export const askToClose = (session: Session): BenchQuestion => ({
  kind: 'close-order',
  text: '',
  pieces: unsavedPieces(session),
  options: options('hold', 'close', 'keep'),
});

/** Asked before an order goes to the problem shelf. */
export const askWhyHeld = (session: Session): BenchQuestion => ({
  kind: 'hold-reason',
  text: session.order?.orderId ?? '',
  pieces: unsavedPieces(session),
  options: options(...HOLD_REASONS),
});

/** Asked when an order is scanned while another one is open. */
export const askSecondOrder = (session: Session, other: Order): BenchQuestion => ({
  kind: 'second-order',
  text: other.orderId,
  pieces: unsavedPieces(session),
  options: options('hold', 'keep'),
});

/** Asked when goods are scanned with no order open: the order that needs them most urgently, or the next one scanned. */
export const askOpenForItem = (code: string, order: Order): BenchQuestion => ({
  kind: 'open-for-item',
  text: code,
  pieces: 0,
  options: [{ id: 'open', about: order.orderId }, ...options('park', 'ignore')],
});

/** Asked once about a code that stands for nothing the desk knows. */
export const askUnknown = (code: string): BenchQuestion => ({
  kind: 'unknown-code',
  text: code,
  pieces: 0,
  options: options('goods', 'waybill', 'ignore'),
});

/** Asked of a lead who says that an unknown code is goods: which line of the order. A quantity given before makes it a case. */
export function askWhichGoods(session: Session, code: string): BenchQuestion {
  const missing = (session.order?.lines ?? []).filter((line) => missingOf(session, line.lineNo) > 0);
  const lines = missing.slice(0, MAX_OPTIONS - 1).map((line) => ({
    id: `line-${line.lineNo}`,
    about: [line.title, line.variant].filter((part) => part !== '').join(' '),
  }));
  return { kind: 'which-goods', text: code, pieces: session.quantity ?? 1, options: [...lines, ...options('ignore')] };
}
