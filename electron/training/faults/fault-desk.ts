import { isLineFault, planOf, type CallFaultMode, type FaultSetting, type LineFault } from './fault.ts';
import type { CallKind } from '../core/platform-module.ts';
import type { Random } from '../core/random.ts';

export type Fault = FaultSetting & { readonly id: number; readonly used: number };
export type CallFault = Omit<Fault, 'mode'> & { readonly mode: CallFaultMode };

/** The faults that are switched on, oldest first; the first that matches a call spoils it. */
export type FaultDesk = {
  readonly set: (setting: FaultSetting) => Fault;
  /** Switches off one fault, or all of them. */
  readonly clear: (id?: number) => void;
  readonly list: () => readonly Fault[];
  readonly lineFault: () => LineFault | undefined;
  /** The fault for a call, counted as used. */
  readonly take: (call: { kind: CallKind; orderId: string }) => CallFault | undefined;
  /** Calls back whenever a fault was set or cleared; waits for what the listener returns. */
  readonly onChange: (listener: () => void) => void;
  readonly stop: () => void;
};

export function createFaultDesk({ random }: { random: Random }): FaultDesk {
  const faults = new Map<number, Fault>();
  const timers = new Map<number, NodeJS.Timeout>();
  const listeners: (() => void)[] = [];
  let lastId = 0;
  const changed = (): void => {
    for (const listener of listeners) listener();
  };
  const drop = (id: number): void => {
    clearTimeout(timers.get(id));
    timers.delete(id);
    faults.delete(id);
  };
  const clear = (id?: number): void => {
    for (const known of id === undefined ? [...faults.keys()] : [id]) drop(known);
    changed();
  };
  return {
    set: (setting) => {
      lastId += 1;
      const fault: Fault = { ...setting, id: lastId, used: 0 };
      faults.set(fault.id, fault);
      if (setting.durationMs !== undefined)
        timers.set(
          fault.id,
          setTimeout(() => clear(fault.id), setting.durationMs),
        );
      changed();
      return fault;
    },
    clear,
    list: () => [...faults.values()],
    lineFault: () => {
      for (const fault of faults.values()) if (isLineFault(fault.mode)) return fault.mode;
      return undefined;
    },
    take: (call) => {
      for (const fault of faults.values()) {
        if (!isCallFault(fault) || !matches(fault, call)) continue;
        if (fault.skip > 0) {
          faults.set(fault.id, { ...fault, skip: fault.skip - 1 });
          continue;
        }
        if (fault.probability < 1 && random.next() >= fault.probability) continue;
        const used = { ...fault, used: fault.used + 1 };
        if (isSpent(used)) drop(fault.id);
        else faults.set(fault.id, used);
        return used;
      }
      return undefined;
    },
    onChange: (listener) => {
      listeners.push(listener);
    },
    stop: () => {
      for (const id of timers.keys()) drop(id);
    },
  };
}

const isCallFault = (fault: Fault): fault is Fault & CallFault => !isLineFault(fault.mode);

function matches(fault: CallFault, call: { kind: CallKind; orderId: string }): boolean {
  if (fault.scope !== undefined && fault.scope !== call.orderId) return false;
  const kinds = fault.calls ?? (planOf(fault.mode).lasting ? undefined : (['send', 'correct'] as const));
  return kinds === undefined || kinds.some((kind) => kind === call.kind);
}

function isSpent(fault: CallFault): boolean {
  const count = fault.count ?? (planOf(fault.mode).lasting ? 'always' : 1);
  return count !== 'always' && fault.used >= count;
}
