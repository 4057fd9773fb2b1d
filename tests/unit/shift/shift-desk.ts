import { createAuditHeads, HEADS_FILE } from '../../../electron/services/audit/audit-heads.ts';
import { createRouter } from '../../../electron/services/api/router.ts';
import { shiftArea } from '../../../electron/services/api/shift-area.ts';
import { createFileShelf } from '../../../electron/services/files/file-shelf.ts';
import { createOrderStore } from '../../../electron/services/orders/order-store.ts';
import { createHeldStore } from '../../../electron/services/packing/held-store.ts';
import { createStoppedBoxStore } from '../../../electron/services/packing/stopped-box-store.ts';
import { createScanLog } from '../../../electron/services/scans/scan-log-store.ts';
import type { CallContext, Client } from '../../../shared/contract/define.ts';
import { shiftContract } from '../../../shared/contract/shift.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { emptyBench } from '../../support/fake-desk.ts';
import { type DeskOptions, openDesk } from '../../outbox/outbox-desk.ts';
import { order } from '../packing/bench.ts';
import { createClient } from '../../../renderer/api/client.ts';
import { join } from 'node:path';

export const BO: CallContext = { role: 'packer', operator: 'Bo' };
export const MEI: CallContext = { role: 'supervisor', operator: 'Mei' };

/** The shift behind the real router, on a real outbox and its scripted platform. */
export function openShiftDesk(options: DeskOptions & { readonly skewSeconds?: number | null } = {}) {
  const desk = openDesk(options);
  const { database, audit, clock } = desk;
  const orders = createOrderStore(database);
  const held = createHeldStore(database);
  const stops = createStoppedBoxStore(database);
  const scanLog = createScanLog(database);
  const files = createFileShelf();
  const heads = createAuditHeads({ file: join(desk.dataDir, HEADS_FILE), audit, signing: null, now: clock.now });
  const bench = { view: emptyBench };
  const handlers = shiftArea({
    ...{ ...desk, orders, held, scanLog, files, heads },
    packing: { view: () => bench.view },
    clockSkewSeconds: () => options.skewSeconds ?? null,
  });
  const route = createRouter({ shift: shiftContract }, { shift: handlers }, desk.log);
  const as = (context: CallContext): Client<{ shift: typeof shiftContract }>['shift'] =>
    createClient({ shift: shiftContract }, { call: (message) => route(message, context) }).shift;
  return {
    ...desk,
    ...{ orders, held, stops, scanLog, files, bench, as },
    bo: as(BO),
    mei: as(MEI),
    /** An order as its platform tells it now. */
    tell: (orderId: string, more: Partial<Order> = {}): boolean =>
      orders.putPulled(order({ orderId, ...more }), clock.now()),
    /** Sends what is due, and lets the platform answer. */
    send: async () => {
      desk.outbox.start();
      await clock.pass(100);
    },
  };
}
export type ShiftDesk = ReturnType<typeof openShiftDesk>;

/** The value of an answer that must not be a refusal. */
export async function good<Value>(
  answer: Promise<{ readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: unknown }>,
): Promise<Value> {
  const told = await answer;
  if (!told.ok) throw new Error(JSON.stringify(told.error));
  return told.value;
}
