import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Client } from '../../shared/contract/define.ts';
import type { AppContract } from '../../shared/contract/index.ts';
import type { Problem } from '../../shared/contract/problem.ts';
import type { ClosedShift, ShiftFindings, ShiftReport, ShiftSummary, ShiftView } from '../../shared/contract/shift.ts';
import type { Result } from '../../shared/kernel/result.ts';

type ShiftApi = Client<AppContract>['shift'];
export type ShiftStart = Parameters<ShiftApi['start']>[0];
export type ShiftNoteChange = Parameters<ShiftApi['noteDifference']>[0];

export type ShiftState = {
  /** Null until the backend answered once. */
  readonly now: {
    readonly shift: ShiftView | null;
    readonly findings: ShiftFindings;
    readonly report: ShiftReport;
  } | null;
  readonly closed: readonly ShiftSummary[];
  /** Whether `closed` holds everybody's shifts. */
  readonly everybody: boolean;
  readonly problem: Problem | null;
  readonly load: () => Promise<void>;
  readonly start: (found: ShiftStart) => Promise<void>;
  /** The shift as it was closed; null where that failed and `problem` says why. */
  readonly close: (note: string) => Promise<ClosedShift | null>;
  readonly noteDifference: (change: ShiftNoteChange) => Promise<boolean>;
};

/** The running shift with its differences, and the closed ones. */
export const createShiftStore = (client: Client<AppContract>): StoreApi<ShiftState> =>
  createStore<ShiftState>((set, get) => {
    const told = <Value>(result: Result<Value, Problem>): Value | null => {
      set({ problem: result.ok ? null : result.error });
      return result.ok ? result.value : null;
    };
    return {
      now: null,
      closed: [],
      everybody: false,
      problem: null,
      load: async () => {
        const [now, closed] = await Promise.all([client.shift.now({}), client.shift.list({})]);
        const failed = now.ok ? (closed.ok ? null : closed.error) : now.error;
        set({
          ...(now.ok ? { now: now.value } : {}),
          ...(closed.ok ? { closed: closed.value.shifts, everybody: closed.value.everybody } : {}),
          problem: failed,
        });
      },
      start: async (found) => {
        if (told(await client.shift.start(found)) !== null) await get().load();
      },
      close: async (note) => told(await client.shift.close({ note })),
      noteDifference: async (change) => told(await client.shift.noteDifference(change)) !== null,
    };
  });
