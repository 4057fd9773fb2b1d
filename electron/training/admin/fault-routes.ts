import { z } from 'zod';
import { FaultInputSchema } from '../faults/fault.ts';
import type { FaultDesk } from '../faults/fault-desk.ts';
import type { Ledger } from '../book/ledger.ts';
import { jsonReply } from '../core/reply.ts';
import { withBody, type AdminRoutes } from './admin-route.ts';

/** Without an id every fault is switched off. */
const ClearSchema = z.strictObject({ id: z.int().optional() });

type Deps = {
  readonly faults: FaultDesk;
  readonly ledger: Ledger;
  /** Brings the door in line with the faults; done when a caller would notice. */
  readonly settleLine: () => Promise<void>;
};

/** Switching faults on and off. */
export const faultRoutes = ({ faults, ledger, settleLine }: Deps): AdminRoutes => ({
  'GET /__training/faults': () => jsonReply({ faults: faults.list() }),
  'POST /__training/faults': (call) =>
    withBody(FaultInputSchema, call, async (setting) => {
      const fault = faults.set(setting);
      ledger.append({ kind: 'fault', on: true, mode: fault.mode, scope: fault.scope ?? '' });
      await settleLine();
      return jsonReply({ fault });
    }),
  'POST /__training/faults/clear': (call) =>
    withBody(ClearSchema, call, async ({ id }) => {
      faults.clear(id);
      ledger.append({ kind: 'fault', on: false, mode: id === undefined ? 'all' : String(id), scope: '' });
      await settleLine();
      return jsonReply({ faults: faults.list() });
    }),
});
