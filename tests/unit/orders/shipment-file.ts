import { readRecords } from '../../../electron/services/files/read-records.ts';
import { importCorrections } from '../../../electron/services/orders/import-corrections.ts';
import { importShipments } from '../../../electron/services/orders/import-shipments.ts';
import type { PackageImportDeps, SaveInput } from '../../../electron/services/orders/save-packages.ts';
import type { KnownOp } from '../../../electron/services/orders/shippable.ts';
import type { JobView } from '../../../shared/contract/job.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { Carrier } from '../../../shared/domain/carrier.ts';
import { CORRECTION_LAYOUT, SHIPMENT_LAYOUT } from '../../../shared/domain/import-columns.ts';
import { payloadWaybill } from '../../../shared/domain/shipment.ts';
import { openDesk, type Desk } from './desk.ts';

export const CARRIERS: readonly Carrier[] = [
  { code: 'ZTO', name: '中通快递' },
  { code: 'ZTOKY', name: '中通快运' },
  { code: 'YTO', name: '圆通速递' },
  { code: 'SF', name: '顺丰速运' },
];

export type FileDesk = Desk & {
  /** What the outbox has; ops can be put in as if they had been saved before. */
  readonly ops: (KnownOp & { readonly shopId: string })[];
  readonly saved: SaveInput[];
  readonly shipments: (...rows: string[]) => Promise<JobView>;
  readonly corrections: (...rows: string[]) => Promise<JobView>;
  /** What the outbox refuses from now on. */
  refusal: Problem | null;
  carrierProblem: Problem | null;
  /** Called for each package that is being checked, after those before it. */
  whileChecking: () => void;
};

/** A desk whose outbox is a list: what is saved can be looked at. */
export function openFileDesk(): FileDesk {
  const desk = openDesk();
  const ops: FileDesk['ops'] = [];
  const saved: SaveInput[] = [];
  const state = { refusal: null as Problem | null, carrierProblem: null as Problem | null, whileChecking: () => {} };
  const deps: PackageImportDeps = {
    orders: desk.orders,
    shops: desk.shops,
    carriers: async () => {
      state.whileChecking();
      return state.carrierProblem === null ? { ok: true, value: CARRIERS } : { ok: false, error: state.carrierProblem };
    },
    outbox: {
      opsOfOrder: (shopId, orderId) => ops.filter((op) => op.shopId === shopId && op.payload.orderId === orderId),
      waybillUse: (waybill) => {
        const use = waybill === '' ? undefined : ops.find((op) => payloadWaybill(op.payload) === waybill);
        return use === undefined ? null : { shopId: use.shopId, orderId: use.payload.orderId };
      },
      enqueueAll: async (inputs) =>
        inputs.map((input) => {
          if (state.refusal !== null) return { ok: false, error: state.refusal };
          saved.push(input);
          ops.push({ id: `op-${ops.length + 1}`, state: 'ready', payload: input.payload, shopId: input.shopId });
          return { ok: true, value: null };
        }),
    },
  };
  const bytes = (header: string, rows: readonly string[]): Uint8Array =>
    new TextEncoder().encode([header, ...rows].join('\n'));
  const job = (kind: 'import-shipments' | 'import-corrections', header: string, rows: readonly string[]) =>
    desk.jobs.start(kind, (progress) =>
      kind === 'import-shipments'
        ? importShipments(deps, readRecords(bytes(header, rows), SHIPMENT_LAYOUT), 'Mei', progress)
        : importCorrections(deps, readRecords(bytes(header, rows), CORRECTION_LAYOUT), 'Mei', progress),
    ).end;
  return Object.assign(state, desk, {
    ops,
    saved,
    shipments: (...rows: string[]) =>
      job(
        'import-shipments',
        'shop,order_id,carrier,waybill,product_id,sku_id,quantity,child_order_id,serial_number,deliver_type,imei1,imei2,course_appid,course_path,course_start,course_end',
        rows,
      ),
    corrections: (...rows: string[]) =>
      job('import-corrections', '店铺,订单号,原快递公司,原快递单号,新快递公司,新快递单号,商品ID,规格ID,数量', rows),
  });
}

/** The refused rows in short: row, column, reason and what else is said. */
export const refusals = ({ rows }: JobView): string[] =>
  rows.map(({ row, column, reason, detail }) => [row, column, reason, detail].join(' ').trim());
