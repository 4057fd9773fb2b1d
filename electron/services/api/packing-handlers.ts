import { stringify } from 'csv-stringify/sync';
import type { CallContext, Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import type { ScanSource } from '../../../shared/contract/scans.ts';
import { badgeNumber } from '../../../shared/domain/badge.ts';
import { normaliseScan } from '../../../shared/domain/barcode.ts';
import { mayBePin } from '../../../shared/domain/pin.ts';
import { readAim } from '../../../shared/domain/symbology.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import type { Operators } from '../operators/operators.ts';
import type { BenchMemory } from '../packing/bench-memory.ts';
import type { PackingService } from '../packing/packing-service.ts';
import { type ShelfDeps, shelfHandlers } from './shelf-handlers.ts';
import type { FileStore } from '../web/file-store.ts';

const SHOWN = 200;
/** More than a year of a busy desk. */
const ALL = 1_000_000;
const COLUMNS = ['at', 'text', 'orderId', 'operator', 'outcome'];

type Deps = ShelfDeps & {
  readonly packing: PackingService;
  readonly memory: Pick<BenchMemory, 'unknown'>;
  readonly files: FileStore;
  readonly operators: Pick<Operators, 'sessions' | 'keptScans' | 'store'>;
};

/** Answers `packing.*`. A refused scan is an answer, not a failure: the view says what stops the line. */
export const packingHandlers = (deps: Deps): Handlers<AppContract>['packing'] => ({
  view: () => ok(deps.packing.view()),
  scan: async ({ text, origin, pinAsked = false }, context) => {
    const code = normaliseScan(readAim(text).text);
    if (badgeNumber(code) !== null && mayShowBadge(deps, context)) {
      const shown = deps.operators.sessions.showBadge(context.session ?? '', code);
      return shown.ok ? ok({ verdict: 'operator-changed', view: deps.packing.view() }) : shown;
    }
    if ((pinAsked || context.role === 'anyone') && (await isPinLike(deps, code, origin?.source ?? 'typed')))
      return err({ code: 'scan-like-pin' });
    if (context.role !== 'anyone') return ok(await deps.packing.scan(text, context, origin));
    const count = deps.operators.keptScans.keep({ text, origin: origin ?? null, atMs: deps.clock.now() });
    deps.events.emit('session.changed', []);
    return err({ code: 'scan-kept', count });
  },
  act: async (action, context) => ok(await deps.packing.act(action, context)),
  ...shelfHandlers(deps),
  unknownCodes: () => {
    const { total, codes } = deps.memory.unknown(SHOWN);
    return ok({ total, codes: [...codes] });
  },
  exportUnknown: () => {
    const csv = stringify([...deps.memory.unknown(ALL).codes], { header: true, columns: COLUMNS, bom: true });
    return ok({ fileId: deps.files.put({ name: 'unknown-codes.csv', bytes: new TextEncoder().encode(csv) }) });
  },
});

/** Whether keys of a keyboard, where a PIN was asked, may be one: nothing of it is kept, not even as a scan. */
async function isPinLike({ operators, packing }: Deps, code: string, source: ScanSource): Promise<boolean> {
  if (source !== 'wedge' && source !== 'typed') return false;
  const people = operators.store.list().filter(({ active }) => active).length;
  return mayBePin(code, people) && !(await packing.knows(code));
}

/** A badge means something only where people are set up, and at a window of its own. */
const mayShowBadge = ({ operators }: Deps, { session }: CallContext): boolean =>
  session !== undefined && operators.sessions.standing(session).state !== 'open';
