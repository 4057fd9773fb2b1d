/**
 * How every CSV of ours is written (csv-stringify's options): a byte order mark and CRLF for spreadsheet programs, every
 * cell quoted, and a cell that could start a formula (`=`, `+`, `-`, `@`, TAB, CR and their full-width forms) prefixed
 * with an apostrophe.
 */
export const SAFE_CSV = { bom: true, quoted: true, escape_formulas: true, record_delimiter: 'windows' } as const;
