import type { Rules } from '../../electron/services/outbox/machine.ts';
import type { OpFacts } from '../../electron/services/outbox/machine/op-status.ts';
import { policyFor } from '../../electron/services/outbox/policy.ts';
import { SettingsSchema } from '../../shared/contract/settings.ts';

const DEFAULTS = SettingsSchema.parse({});

/** The policy of a shop on a real platform. */
export const SAFE_POLICY = policyFor(DEFAULTS, { onThisMachine: false });

/** The rules of one op there. */
export const rulesFor = (facts: Partial<OpFacts> = {}): Rules => ({
  ...SAFE_POLICY,
  resendClass: 'A',
  canLook: true,
  ...facts,
});
