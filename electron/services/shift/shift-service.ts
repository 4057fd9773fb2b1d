import { randomUUID } from 'node:crypto';
import type {
  ClosedShift,
  HandOver,
  HandOverBoard,
  ShiftFindings,
  ShiftParcel,
  ShiftReport,
  ShiftSummary,
  ShiftView,
} from '../../../shared/contract/shift.ts';
import type { CheckResult } from '../../../shared/domain/shift-checks.ts';
import { mustStay } from '../../../shared/domain/shift-differences.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import type { AuditHeads } from '../audit/audit-heads.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import { type HandOverDeps, handOver, type LabelScan, latestHandOvers } from './hand-over.ts';
import { type FindingsDeps, shiftFindings } from './shift-findings.ts';
import { type ShiftParcelsDeps, shiftParcels } from './shift-parcels.ts';
import { shiftFigures, shiftReport } from './shift-report.ts';
import type { ShiftNote, ShiftSpan } from './shift-store.ts';

/** What the packer found at the start; the rest the desk finds itself. */
export type StartFound = { readonly sound: CheckResult; readonly scan: CheckResult; readonly note: string };
export type NoteChange = {
  readonly key: string;
  readonly note?: string | undefined;
  readonly owner?: string | undefined;
  readonly settled?: boolean | undefined;
};

/** Start, hand-over and close of a shift. None of it ever keeps anybody from packing. */
export type ShiftService = {
  readonly running: () => ShiftView | null;
  readonly findings: () => ShiftFindings;
  readonly report: () => ShiftReport;
  readonly start: (found: StartFound, operator: string) => ShiftView;
  readonly handOver: (scan: LabelScan) => HandOver;
  /** False where the courier does not have it. */
  readonly undoHandOver: (waybill: string, operator: string) => boolean;
  readonly board: () => HandOverBoard;
  readonly noteDifference: (change: NoteChange, operator: string) => void;
  readonly close: (note: string, operator: string) => ClosedShift;
  readonly closed: (operator: string | null, limit: number) => readonly ShiftSummary[];
  /** A closed shift as it was closed, with all its parcels. */
  readonly find: (id: string) => { readonly shift: ShiftSummary; readonly parcels: readonly ShiftParcel[] } | null;
  readonly parcelsNow: () => readonly ShiftParcel[];
};

export type ShiftDeps = ShiftParcelsDeps &
  HandOverDeps &
  FindingsDeps & {
    readonly audit: Pick<AuditLog, 'append' | 'head'>;
    readonly heads: Pick<AuditHeads, 'note' | 'fingerprint'>;
    /** Tells the pages. */
    readonly changed: () => void;
  };

/** Opens the shift of the one bench of this desk. */
export function createShiftService(deps: ShiftDeps): ShiftService {
  const { store, hands, clock, changed } = deps;
  const parcelsNow = (): readonly ShiftParcel[] => shiftParcels(deps, spanOf(deps));
  const told = <Value>(value: Value): Value => {
    changed();
    return value;
  };
  return {
    parcelsNow,
    running: () => store.running()?.shift ?? null,
    findings: () => shiftFindings(deps),
    report: () => shiftReport(parcelsNow()),
    start: (found, operator) => told(store.together(() => start(deps, found, operator))),
    handOver: (scan) => {
      const answer = handOver(deps, scan);
      if (answer.verdict === 'handed') changed();
      return answer;
    },
    undoHandOver: (waybill, operator) => {
      const undone = store.together(() => {
        if (!hands.undo(waybill, operator, clock.now())) return false;
        write(deps, operator, { action: 'hand-over-undone', subject: 'shift', detail: { waybill } });
        return true;
      });
      if (undone) changed();
      return undone;
    },
    board: () => boardOf(deps, parcelsNow()),
    noteDifference: (change, operator) => told(store.together(() => putNote(deps, change, operator))),
    close: (note, operator) => {
      const closed = told(store.together(() => close(deps, note, operator)));
      deps.heads.note();
      return closed;
    },
    closed: store.closed,
    find: (id) => {
      const shift = store.find(id);
      return shift === null ? null : { shift, parcels: store.parcels(id) };
    },
  };
}

type Entry = { readonly action: string; readonly subject: string; readonly detail: Record<string, string | number> };

const write = ({ audit, clock }: ShiftDeps, actor: string, entry: Entry): void =>
  audit.append({ atMs: clock.now(), actor, ...entry });

/** Where the running shift began; without one, where the last ended; before the first, this day's work. */
function spanOf({ store, parcels, clock }: ShiftDeps): ShiftSpan {
  const running = store.running();
  if (running !== null) return running;
  const end = store.lastEnd();
  return end === null
    ? { fromOp: parcels.firstSince(new Date(clock.now()).setHours(0, 0, 0, 0)), fromHand: 1 }
    : { fromOp: end.toOp + 1, fromHand: end.toHand + 1 };
}

function start(deps: ShiftDeps, { sound, scan, note }: StartFound, operator: string): ShiftView {
  const running = deps.store.running();
  if (running !== null) return running.shift;
  const { network, queue, clock } = shiftFindings(deps);
  const shift: ShiftView = {
    ...{ id: randomUUID(), startedAt: isoFromMs(deps.clock.now()), startedBy: operator, note },
    checks: [
      { check: 'sound', result: sound },
      { check: 'scan', result: scan },
      { check: 'network', result: network.result },
      { check: 'queue', result: queue.result },
      { check: 'clock', result: clock.result },
    ],
  };
  deps.store.start(shift, spanOf(deps));
  const named = (wanted: CheckResult): string =>
    shift.checks.flatMap(({ check, result }) => (result === wanted ? [check] : [])).join(' ');
  const detail = { bad: named('bad'), skipped: named('skipped'), note };
  write(deps, operator, { action: 'shift.started', subject: `shift:${shift.id}`, detail });
  return shift;
}

function close(deps: ShiftDeps, closingNote: string, operator: string): ClosedShift {
  const shift = deps.store.running()?.shift ?? start(deps, { sound: 'skipped', scan: 'skipped', note: '' }, operator);
  const parcels = shiftParcels(deps, spanOf(deps));
  const figures = shiftFigures(parcels);
  const detail = { ...figures, note: closingNote };
  write(deps, operator, { action: 'shift.closed', subject: `shift:${shift.id}`, detail });
  const audit = { seq: deps.audit.head().seq, fingerprint: deps.heads.fingerprint() };
  const closing = { closedAt: isoFromMs(deps.clock.now()), closedBy: operator, closingNote, audit };
  const end = { toOp: deps.parcels.newestSeq(), toHand: deps.hands.newestSeq() };
  deps.store.close({ ...shift, ...closing, figures }, end, parcels);
  return { ...shift, ...closing, report: shiftReport(parcels) };
}

function putNote(deps: ShiftDeps, { key, note, owner, settled }: NoteChange, operator: string): void {
  const before: ShiftNote = deps.store.noteOf(key) ?? { owner: '', note: '', settledBy: '' };
  const settledBy = settled === undefined ? before.settledBy : settled ? operator : '';
  const next = { owner: owner ?? before.owner, note: note ?? before.note, settledBy };
  deps.store.putNote(key, next, deps.clock.now());
  write(deps, operator, { action: 'shift.noted', subject: `parcel:${key}`, detail: { ...next } });
}

function boardOf(deps: ShiftDeps, parcels: readonly ShiftParcel[]): HandOverBoard {
  const handed = deps.hands.since(spanOf(deps).fromHand);
  const waiting = parcels.filter(waits);
  const names = [...new Set([...waiting, ...handed].map(({ carrier }) => carrier))].toSorted();
  return {
    carriers: names.map((carrier) => ({
      carrier,
      handed: handed.filter((each) => each.carrier === carrier).length,
      waiting: waiting.filter((each) => each.carrier === carrier).length,
    })),
    handed: handed.length,
    waiting: waiting.length,
    latest: latestHandOvers(deps.hands, spanOf(deps).fromHand),
  };
}

/** Leaves by courier, may leave, and nobody scanned it yet. */
const waits = ({ waybill, handedAt, state, holdKind, stop }: ShiftParcel): boolean =>
  waybill !== '' && handedAt === null && state !== null && !mustStay({ state, holdKind, stopped: stop !== null });
