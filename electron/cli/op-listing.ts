import type { OpRow } from '../../shared/contract/outbox.ts';
import type { Language } from '../../shared/contract/system.ts';
import { explainOp } from '../../shared/messages/explain-op.ts';
import type { CliMessages } from './messages/zh.ts';
import { textTable } from './text-table.ts';

/** One row of `outbox list --json`; these keys and no others. */
export type ListedOp = {
  readonly id: string;
  readonly shop: string;
  readonly platform: string;
  readonly orderId: string;
  readonly kind: OpRow['kind'];
  readonly state: OpRow['state'];
  /** The platform's code of the carrier; empty for goods that need none. */
  readonly carrier: string;
  readonly waybill: string;
  readonly attempts: number;
  readonly code: string | null;
  readonly message: string;
  readonly remedy: string;
  readonly updatedAt: string;
};

/** A row of the outbox as the command line shows it, explained in one language. */
export function listedOp(row: OpRow, language: Language): ListedOp {
  const { message, remedy } = explainOp(row, language);
  return {
    id: row.id,
    shop: row.shop,
    platform: row.platform,
    orderId: row.orderId,
    kind: row.kind,
    state: row.state,
    carrier: row.carrierCode,
    waybill: row.waybill,
    attempts: row.attempts,
    code: row.code,
    message,
    remedy,
    updatedAt: row.updatedAt,
  };
}

/** Such rows as an aligned table. */
export const opTable = (ops: readonly ListedOp[], text: CliMessages): readonly string[] =>
  textTable(
    text.outbox.header,
    ops.map((op) => [
      op.id,
      op.shop,
      op.orderId,
      text.outbox.kinds[op.kind],
      op.state,
      op.carrier,
      op.waybill,
      op.attempts,
      op.code ?? '',
      op.message,
      op.remedy,
    ]),
  );
