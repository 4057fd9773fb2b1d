import { stringify } from 'csv-stringify/sync';
import type { Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import { ok } from '../../../shared/kernel/result.ts';
import type { BenchMemory } from '../packing/bench-memory.ts';
import type { PackingService } from '../packing/packing-service.ts';
import type { FileStore } from '../web/file-store.ts';

const SHOWN = 200;
/** More than a year of a busy desk. */
const ALL = 1_000_000;
const COLUMNS = ['at', 'text', 'orderId', 'operator', 'outcome'];

/** Answers `packing.*`. A refused scan is an answer, not a failure: the view says what stops the line. */
export const packingHandlers = (
  packing: PackingService,
  memory: Pick<BenchMemory, 'unknown'>,
  files: FileStore,
): Handlers<AppContract>['packing'] => ({
  view: () => ok(packing.view()),
  scan: async ({ text, origin }, who) => ok(await packing.scan(text, who, origin)),
  act: async (action, who) => ok(await packing.act(action, who)),
  unknownCodes: () => {
    const { total, codes } = memory.unknown(SHOWN);
    return ok({ total, codes: [...codes] });
  },
  exportUnknown: () => {
    const csv = stringify([...memory.unknown(ALL).codes], { header: true, columns: COLUMNS, bom: true });
    return ok({ fileId: files.put({ name: 'unknown-codes.csv', bytes: new TextEncoder().encode(csv) }) });
  },
});
