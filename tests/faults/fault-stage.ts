/** One statement a stage makes about what it saw. */
export type FaultCheck = { readonly name: string; readonly passed: boolean };

/** `quick` is the everyday size, `full` the size RELIABILITY 2 asks for. */
export type FaultTier = 'quick' | 'full';

export type FaultRun = { readonly tier: FaultTier; readonly seed: number; readonly tell: (line: string) => void };

/** Something measured beside its target. A busy machine misses one without anything being wrong, so none fails a run. */
export type FaultFigure = {
  readonly name: string;
  readonly value: string;
  readonly target: string;
  readonly isMet: boolean;
};

export type FaultReport = {
  /** What was done, in figures. */
  readonly counts: string;
  readonly checks: readonly FaultCheck[];
  readonly figures?: readonly FaultFigure[];
};

/** A run without a protection, and which one. */
export type Teeth = { readonly without: string; readonly run: (run: FaultRun) => Promise<FaultReport> };

/** One row of RELIABILITY 2, run against the real app in processes of its own and judged from outside. */
export type FaultStage = {
  /** The row's id, as `X1`; what the command line selects by. */
  readonly id: string;
  readonly title: string;
  readonly run: (run: FaultRun) => Promise<FaultReport>;
  /** Measures, so nothing else may run beside it. */
  readonly alone?: boolean;
  /** The same with its protection taken away: at least one check must fail, or it throws. */
  readonly teeth?: Teeth;
};

/** A check that a count is nought. */
export const none = (name: string, count: number): FaultCheck => ({ name: `${name}: ${count}`, passed: count === 0 });

/** A figure that is to be at most so much. */
export const atMost = (name: string, value: number, limit: number, unit: string): FaultFigure => ({
  ...{ name, value: `${value} ${unit}`, target: `at most ${limit} ${unit}`, isMet: value <= limit },
});
