/** One printed line: what was measured, how, and beside what. */
export type Figure = { readonly name: string; readonly value: string; readonly note: string };

/** What a run says to one row of `targets.ts`. */
export type Answer = {
  readonly row: number;
  readonly measured: string;
  /** Null where the machine or the run does not allow a verdict; `measured` says why. */
  readonly met: boolean | null;
};

/** A picture of some figures; the file name is the bench's and this one's. */
export type Chart = {
  readonly name: string;
  readonly title: string;
  /** What the numbers are, with their unit. */
  readonly axis: string;
  readonly kind: 'bars' | 'lines';
  /** Orders of magnitude apart. */
  readonly logarithmic?: boolean;
  readonly categories: readonly string[];
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
};

/** All a bench found out. */
export type Report = {
  readonly figures: readonly Figure[];
  readonly answers?: readonly Answer[];
  readonly charts?: readonly Chart[];
};

/** A bench by its name on the command line. */
export type Bench = {
  readonly title: string;
  readonly run: () => Report | Promise<Report>;
  /** Takes minutes: runs only when it is named, or with `all`. */
  readonly long?: true;
  /** Runs what `npm run build` makes; it is built anew first. */
  readonly built?: true;
};
