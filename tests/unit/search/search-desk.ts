import type { Database } from 'better-sqlite3';
import { createAuditLog } from '../../../electron/services/audit/audit-log.ts';
import { openSearch, type SearchService } from '../../../electron/services/search/search-service.ts';
import type { OpState } from '../../../shared/domain/op.ts';
import type { SendPayload } from '../../../shared/domain/shipment.ts';
import { type Desk, NOW_MS, openDesk } from '../orders/desk.ts';

export type OpSeed = {
  readonly shopId?: string;
  readonly orderId: string;
  readonly waybill: string;
  readonly operator?: string;
  readonly carrier?: string;
  readonly state?: OpState;
  readonly atMs?: number;
  readonly serial?: string;
  readonly requestId?: string;
  readonly items?: SendPayload['items'];
};

/** Two shops' orders, packages that were saved, and the search over both. */
export type SearchDesk = Desk & {
  readonly search: SearchService;
  readonly addOp: (seed: OpSeed) => number;
  /** Closes both files and opens them again, as the next start of the app does. */
  readonly reopened: () => Promise<SearchDesk>;
};

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

export function openSearchDesk(dataDir?: string): SearchDesk {
  const desk = openDesk(dataDir);
  const { database } = desk;
  const search = openSearch({
    database,
    orders: desk.orders,
    dataDir: desk.dataDir,
    clock: { at: () => () => undefined },
    log: silent,
  });
  return {
    ...desk,
    search,
    addOp: (seed) => addOp(database, seed),
    reopened: async () => {
      await search.close();
      database.close();
      return openSearchDesk(desk.dataDir);
    },
  };
}

/** A package as the outbox writes it: the op, its state and its audit row. */
function addOp(database: Database, seed: OpSeed): number {
  const { shopId = 'shop-1', orderId, waybill, operator = '王敏', carrier = '中通快递', atMs = NOW_MS } = seed;
  const state = seed.state ?? 'shipped';
  const serials = seed.serial === undefined ? {} : { serialNumbers: [{ serialNumber: seed.serial }] };
  const items = seed.items ?? [{ productId: '1', skuId: '2', quantity: 1, ...serials }];
  const payload = { version: 1, kind: 'send', orderId, whole: true, items };
  const id = `op-${orderId}-${waybill}`;
  const { lastInsertRowid: seq } = database
    .prepare(
      `INSERT INTO op (id, shop_id, platform, order_id, kind, package_key, resend_class, payload, payload_sha256,
         carrier_code, carrier_name, waybill, pieces, created_at_ms, created_by)
       VALUES (?, ?, 'wechat-channels', ?, 'send', ?, 'A', ?, '', 'ZTO', ?, ?, ?, ?, ?)`,
    )
    .run(
      ...[id, shopId, orderId, waybill, JSON.stringify(payload), carrier, waybill],
      ...[items.reduce((sum, { quantity }) => sum + quantity, 0), atMs, operator],
    );
  database
    .prepare(
      `INSERT INTO op_state (op_seq, shop_id, state, version, epoch, proof, request_id, updated_at_ms, hold_kind, doubt_since_ms)
       VALUES (?, ?, ?, 1, 1, 'response', ?, ?, 'tries', 1)`,
    )
    .run(seq, shopId, state, seed.requestId ?? '', atMs);
  createAuditLog(database).append({ atMs, actor: operator, action: 'T1', subject: `op:${id}`, detail: {} });
  return Number(seq);
}
