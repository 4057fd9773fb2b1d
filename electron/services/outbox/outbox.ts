import type { Problem } from '../../../shared/contract/problem.ts';
import type { OpState } from '../../../shared/domain/op.ts';
import type { OpPayload } from '../../../shared/domain/shipment.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { type Blocked, closeAccount, openAccount } from './gates/account-gate.ts';
import { createCore, type OutboxCore, type OutboxDeps } from './core.ts';
import { createDesk, type OutboxDesk } from './people/desk.ts';
import { enqueue, enqueueAll } from './enqueue.ts';
import type { EnqueueInput } from './insert-op.ts';
import { createFigures, type Figures } from './figures.ts';
import type { Gate } from './gates/gates.ts';
import { checkJournal, type JournalCheck } from './journal/read-journal.ts';
import { checkConservation, recoverAtStart } from './recover.ts';
import { reenterAfterRestore, type Reentered, type RemakeShop } from './restore.ts';
import type { Steps } from '../db/steps.ts';
import { parsePayload, readPayload } from './store/payload.ts';
import type { EvidenceStore } from './store/evidence-store.ts';
import type { OpReader } from './store/op-reader.ts';
import { shownParcels } from './sending/shown-parcels.ts';
import { createWorker, type Worker } from './sending/worker.ts';

/** One op of an order, as packing and imports need it. */
export type OrderOp = {
  readonly id: string;
  readonly state: OpState;
  readonly payload: OpPayload;
  readonly waybill: string;
  readonly carrierName: string;
  readonly createdAtMs: number;
  readonly createdBy: string;
  /** Waybills of the parcels a person took it for, while the look that showed them is kept. */
  readonly acceptedAs?: readonly string[];
};

/** The outbox as the rest of the app uses it. */
export type Outbox = Figures &
  Pick<Worker, 'start' | 'stop' | 'nudge' | 'drain'> & {
    /** Saves one op: `ok` means it is on the disk, in the database and in the scan journal. */
    readonly enqueue: (input: EnqueueInput) => Result<{ readonly id: string }, Problem>;
    /** Saves many in short transactions, each row refused or accepted by itself, in the order given. */
    readonly enqueueAll: (
      inputs: readonly EnqueueInput[],
    ) => Promise<readonly Result<{ readonly id: string }, Problem>[]>;
    /** Oldest first; ops whose saved bytes are damaged are left out. */
    readonly opsOfOrder: (shopId: string, orderId: string) => readonly OrderOp[];
    readonly openOps: (shopId: string) => number;
    /** The first order (other than `except`) a waybill was used for, withdrawn ops left out. */
    readonly waybillUse: OpReader['waybillUse'];
    readonly oftenUsed: OpReader['oftenUsed'];
    /** Why nothing of a shop is sent: a blocked account, or a stop of this desk (`DeskStop`); null where it may go. */
    readonly gateOf: (shopId: string) => string | null;
    /** The blocked account in full: the platform's code and words, and where the owner authorises the shop. */
    readonly gateDetail: (shopId: string) => Gate | null;
    /** Another part of the app learnt that every call of the account is refused. */
    readonly closeGate: (shopId: string, blocked: Blocked) => void;
    /** After new credentials, a resume or a good test: what was held for the account is due again. */
    readonly openGate: (shopId: string, actor?: string) => void;
    readonly connectivity: () => { readonly online: boolean; readonly sinceMs: number | null };
    /** The last calls about a shop reached nobody. */
    readonly isOffline: (shopId: string) => boolean;
    /** What another part of the app learnt by its own calls: somebody answered, or nobody could be reached. */
    readonly noteReach: (shopId: string, answered: boolean) => void;
    readonly verifyJournal: () => Steps<JournalCheck>;
    readonly verifyPayloads: () => Steps<{ readonly checked: number; readonly damaged: number }>;
    /** Lets go of the single calls and looks of packages that are finished for long. */
    readonly forgetEvidence: EvidenceStore['forget'];
    /** To be called once after a backup was put in place, before `start`. */
    readonly reenterAfterRestore: (remakeShop: RemakeShop) => Reentered;
    /** Number of the newest entry of the scan journal. */
    readonly journalTo: () => number;
    /** Closes the journal; call after `stop`. */
    readonly close: () => void;
    readonly desk: OutboxDesk;
    /** Re-checks a blocked account now instead of when its time comes. */
    readonly recheckAccount: (shopId: string) => void;
  };

/** Opens the outbox and puts right what the last run left behind. Nothing is sent before `start` (or `drain`). */
export function createOutbox(deps: OutboxDeps): Outbox {
  const core = createCore(deps);
  recoverAtStart(core);
  checkConservation(core);
  const worker = createWorker(core);
  const saved = <Value>(result: Result<{ readonly id: string }, Value>): Result<{ readonly id: string }, Value> => {
    if (result.ok) worker.wake();
    return result.ok ? ok({ id: result.value.id }) : result;
  };
  return {
    ...createFigures(core),
    start: worker.start,
    stop: worker.stop,
    nudge: worker.nudge,
    drain: worker.drain,
    enqueue: (input) => saved(enqueue(core, input)),
    enqueueAll: async (inputs) => (await enqueueAll(core, inputs)).map(saved),
    opsOfOrder: (shopId, orderId) => opsOfOrder(core, shopId, orderId),
    openOps: core.tally.openOfShop,
    waybillUse: core.reader.waybillUse,
    oftenUsed: core.reader.oftenUsed,
    gateOf: (shopId) => {
      const shop = core.shops.get(shopId);
      return core.gates.of(shopId)?.cause ?? (shop === null ? null : core.stopOf(shop));
    },
    gateDetail: core.gates.of,
    closeGate: (shopId, blocked) => closeAccount(core, shopId, blocked),
    openGate: (shopId, actor = 'system') => {
      core.gates.forgetStreak(shopId);
      worker.forgetBreaker(shopId);
      openAccount(core, shopId, actor);
      worker.nudge();
    },
    connectivity: core.reach.overall,
    isOffline: core.reach.isOffline,
    noteReach: worker.noteReach,
    verifyJournal: () => verifyJournal(core),
    verifyPayloads: () => verifyPayloads(core),
    forgetEvidence: core.evidence.forget,
    reenterAfterRestore: (remakeShop) => reenterAfterRestore(core, remakeShop),
    journalTo: core.journal.count,
    close: core.journal.close,
    desk: createDesk(core, worker),
    recheckAccount: (shopId) => {
      core.gates.recheckAt(shopId, core.clock.now());
      worker.wake();
    },
  };
}

function opsOfOrder(core: OutboxCore, shopId: string, orderId: string): readonly OrderOp[] {
  return core.reader.ofOrder(shopId, orderId).flatMap((op) => {
    const payload = parsePayload(op.payloadText);
    if (payload === null) return [];
    const { id, waybill, carrierName, createdAtMs, createdBy, status } = op;
    const known = { id, state: status.state, payload, waybill, carrierName, createdAtMs, createdBy };
    if (status.code !== 'local:operator-accepted') return [known];
    return [{ ...known, acceptedAs: (shownParcels(core, op) ?? []).map((parcel) => normaliseWaybill(parcel.waybill)) }];
  });
}

function* verifyJournal(core: OutboxCore): Steps<JournalCheck> {
  const check = yield* checkJournal(core.journalFile, core.reader.hashOf);
  return { ...check, missingOps: Math.max(0, check.missingOps - (core.leftOut?.().unplaced ?? 0)) };
}

/** So few that reading them is no pause in a scan. */
const PAYLOADS_A_STEP = 50;

function* verifyPayloads(core: OutboxCore): Steps<{ checked: number; damaged: number }> {
  let checked = 0;
  let damaged = 0;
  for (let seq = 0; ; ) {
    const ops = core.reader.after(seq, PAYLOADS_A_STEP);
    const last = ops.at(-1);
    if (last === undefined) return { checked, damaged };
    checked += ops.length;
    damaged += ops.filter((op) => readPayload(op) === null).length;
    seq = last.seq;
    yield;
  }
}
