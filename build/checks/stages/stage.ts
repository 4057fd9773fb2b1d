/** One step of `npm test` or `npm run check`. */
export interface Stage {
  readonly name: string;
  readonly run: () => Promise<StageResult>;
}

export interface StageResult extends Count {
  /** What a person needs to see of it: everything where it failed, the skipped tests where it did not. */
  readonly output: string;
}

/** Tests, or one where the stage is a single check. */
export interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}
