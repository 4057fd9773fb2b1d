import type { Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import { ok } from '../../../shared/kernel/result.ts';
import type { PackingService } from '../packing/packing-service.ts';

/** Answers `packing.*`. A refused scan is an answer, not a failure: the view says what stops the line. */
export const packingHandlers = (packing: PackingService): Handlers<AppContract>['packing'] => ({
  view: () => ok(packing.view()),
  scan: async ({ text, origin }, { operator }) => ok(await packing.scan(text, operator, origin)),
  act: async (action, { operator }) => ok(await packing.act(action, operator)),
});
