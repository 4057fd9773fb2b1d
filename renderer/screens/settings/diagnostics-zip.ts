import { strToU8, zipSync } from 'fflate';

/** One file of the bundle, as it is shown and as it is saved. */
export type DiagnosticsFile = { readonly name: string; readonly text: string };

/** The bytes of a file as it is saved. */
export const sizeOf = ({ text }: DiagnosticsFile): number => strToU8(text).length;

/** The very texts that were shown, as one archive. */
export const zipOf = (files: readonly DiagnosticsFile[]): Blob =>
  new Blob([new Uint8Array(zipSync(Object.fromEntries(files.map(({ name, text }) => [name, strToU8(text)]))))], {
    type: 'application/zip',
  });
