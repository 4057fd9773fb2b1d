import { allows, type CallContext, type Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import type { ShiftParcel, ShiftSummary } from '../../../shared/contract/shift.ts';
import type { Language } from '../../../shared/contract/system.ts';
import { readControlCode } from '../../../shared/domain/commands/command-code.ts';
import { readAim } from '../../../shared/domain/symbology.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { chinaTime } from '../../../shared/kernel/china-time.ts';
import { shiftCells, shiftHeaders, shiftIdColumns } from '../../../shared/messages/shift-export.ts';
import type { AuditLog } from '../audit/audit-log.ts';
import { createCsvWriter } from '../files/write-csv.ts';
import { readCode, readWaybill } from '../packing/read-code.ts';
import type { Clock } from '../ports.ts';
import { shiftReport } from '../shift/shift-report.ts';
import type { ShiftService } from '../shift/shift-service.ts';
import type { FileStore } from '../web/file-store.ts';

type Deps = {
  readonly shifts: ShiftService;
  readonly files: Pick<FileStore, 'put'>;
  readonly audit: Pick<AuditLog, 'append'>;
  readonly clock: Pick<Clock, 'now'>;
};

/** Answers `shift.*`. A packer sees the running shift and their own closed ones, a supervisor all. */
export const shiftHandlers = (deps: Deps): Handlers<AppContract>['shift'] => {
  const { shifts } = deps;
  return {
    now: () => ok({ shift: shifts.running(), findings: shifts.findings(), report: shifts.report() }),
    start: (found, { operator }) => ok(shifts.start(found, operator)),
    handOver: ({ text, origin }, { operator }) =>
      ok(shifts.handOver({ text, waybill: labelOf(text), origin: origin ?? null, operator })),
    undoHandOver: ({ waybill }, { operator }) =>
      shifts.undoHandOver(waybill, operator) ? ok(shifts.board()) : err({ code: 'not-handed-over', waybill }),
    board: () => ok(shifts.board()),
    noteDifference: (change, { operator }) => {
      shifts.noteDifference(change, operator);
      return ok({});
    },
    close: ({ note }, { operator }) => ok(shifts.close(note, operator)),
    list: ({ limit }, { role, operator }) => {
      const everybody = allows(role, 'supervisor');
      return ok({ shifts: [...shifts.closed(everybody ? null : operator, limit)], everybody });
    },
    closed: ({ id }, context) => {
      const found = visible(shifts, id, context);
      if (!found.ok) return found;
      const { figures: _, ...shift } = found.value.shift;
      return ok({ ...shift, report: shiftReport(found.value.parcels) });
    },
    export: ({ id, language }, context) => {
      if (id === null) return ok(exportParcels(deps, shifts.parcelsNow(), language, context));
      const found = visible(shifts, id, context);
      return found.ok ? ok(exportParcels(deps, found.value.parcels, language, context)) : found;
    },
  };
};

/** The waybill of a scanned label; null for anything else, the desk's own barcodes included. */
function labelOf(text: string): string | null {
  const { text: bare, symbology } = readAim(text);
  const code = readCode(bare);
  if (!code.ok || readControlCode(code.value) !== null) return null;
  const waybill = readWaybill(code.value, '', symbology);
  return waybill.ok ? waybill.value : null;
}

type Kept = { readonly shift: ShiftSummary; readonly parcels: readonly ShiftParcel[] };

function visible(shifts: ShiftService, id: string, { role, operator }: CallContext): Result<Kept, Problem> {
  const found = shifts.find(id);
  const own = found !== null && (found.shift.startedBy === operator || found.shift.closedBy === operator);
  return found !== null && (own || allows(role, 'supervisor')) ? ok(found) : err({ code: 'shift-not-found' });
}

function exportParcels(
  { files, audit, clock }: Deps,
  parcels: readonly ShiftParcel[],
  language: Language,
  { operator, role }: CallContext,
) {
  const writer = createCsvWriter(shiftHeaders(language), shiftIdColumns());
  writer.rows(parcels.map((parcel) => shiftCells(parcel, language)));
  const stamp = chinaTime(clock.now()).replace(' ', '-').replaceAll(':', '');
  const name = `${language === 'en' ? 'shift' : '班次'}-${stamp}.csv`;
  const fileId = files.put({ name, bytes: writer.end() });
  const detail = { rows: parcels.length, role };
  audit.append({ atMs: clock.now(), actor: operator, action: 'shift-exported', subject: 'shift', detail });
  return { fileId, name, rows: parcels.length };
}
