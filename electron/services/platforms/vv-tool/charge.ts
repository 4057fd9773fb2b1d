import type { CallDeps } from './call.ts';
import type { FormFields } from './form.ts';

/** Tells what a call cost. A listener that fails must not make a shipment look failed. */
export function noteCharge(
  { onCharge, log }: Pick<CallDeps, 'onCharge' | 'log'>,
  call: {
    readonly shopId: string;
    readonly path: string;
    readonly fields: FormFields;
    readonly points: number | null;
  },
): void {
  if (call.points === null || onCharge === undefined) return;
  const orderId = call.fields.find(([name]) => name === 'tid')?.[1] ?? '';
  try {
    onCharge({ shopId: call.shopId, path: call.path, orderId, points: call.points });
  } catch (error) {
    log.error('platform.charge-unnoted', { kind: error instanceof Error ? error.name : 'unknown' });
  }
}
