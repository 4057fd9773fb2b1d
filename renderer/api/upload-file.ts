import { z } from 'zod';
import { DESK_HEADER, DESK_HEADER_VALUE, FILE_LIMIT_BYTES, FILES_PATH } from '../../shared/channels.ts';
import { type Problem, ProblemSchema } from '../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';

const TakenSchema = z.strictObject({ id: z.string().min(1) });
const RefusedSchema = z.strictObject({ error: ProblemSchema });
const MEBIBYTE = 1024 * 1024;

/** Hands a file to the page's own origin, which every host serves; the value is the file's id. */
export async function uploadFile(file: File, send: typeof fetch): Promise<Result<string, Problem>> {
  if (file.size > FILE_LIMIT_BYTES) return err({ code: 'file-too-large', megabytes: FILE_LIMIT_BYTES / MEBIBYTE });
  try {
    const response = await send(`${FILES_PATH}?name=${encodeURIComponent(file.name.slice(-200).toWellFormed())}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', [DESK_HEADER]: DESK_HEADER_VALUE },
      // Bytes, not the File: a custom protocol gets a File as a reference that not every version can read.
      body: await file.arrayBuffer(),
    });
    const answer: unknown = await response.json();
    const taken = TakenSchema.safeParse(answer);
    if (taken.success) return ok(taken.data.id);
    const refused = RefusedSchema.safeParse(answer);
    return err(refused.success ? refused.data.error : { code: 'internal', ref: 'PAGE' });
  } catch {
    return err({ code: 'unreachable' });
  }
}

/** Address of a file by id, for a link or a new window. */
export const fileAddress = (fileId: string): string => `${FILES_PATH}/${encodeURIComponent(fileId)}`;

/** The bytes of a file as they are handed out now. */
export const readFileBytes = async (address: string): Promise<Uint8Array> =>
  new Uint8Array(await (await fetch(address)).arrayBuffer());
