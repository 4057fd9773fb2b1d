/** A table of texts written piece by piece, so that the writer of a long one can let others go first in between. */
export type TableWriter = {
  readonly rows: (rows: readonly (readonly string[])[]) => void;
  /** The whole file; nothing may be added afterwards. */
  readonly end: () => Uint8Array;
};

/** What neither XML nor a reader of texts accepts becomes a blank; line ends and tabs stay. */
export const withoutControls = (text: string): string =>
  text.toWellFormed().replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, ' ');
