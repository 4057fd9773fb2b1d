import { FILE_LIMIT_BYTES } from '../../../shared/channels.ts';

const MEBIBYTE = 1024 * 1024;
export const MAX_MEGABYTES = FILE_LIMIT_BYTES / MEBIBYTE;

export type FileFault = 'wrongType' | 'tooBig' | 'emptyFile';

/** What is wrong with a chosen file before anybody reads it; its content is judged by the backend. */
export function fileFault(file: { readonly name: string; readonly size: number }): FileFault | null {
  if (!/\.(csv|txt|xlsx)$/i.test(file.name)) return 'wrongType';
  if (file.size === 0) return 'emptyFile';
  return file.size > FILE_LIMIT_BYTES ? 'tooBig' : null;
}

/** A size in whole megabytes, as a person compares it with a limit. */
export const megabytes = (bytes: number): number => Math.ceil(bytes / MEBIBYTE);
