import { z } from 'zod';
import { command, query } from './define.ts';

/** What a stored picture was found to be when it was opened: as it was taken, or what is wrong with it. */
export const PhotoFindingSchema = z.enum(['whole', 'missing', 'changed', 'removed']);
export type PhotoFinding = z.infer<typeof PhotoFindingSchema>;

export const photosContract = {
  /**
   * Puts a picture that was handed to the file seam onto the disk. It belongs to no package until the bench is told
   * (`photo-taken`). Errors: not a JPEG the bench makes, no room, a disk that refuses.
   */
  keep: command(
    'packer',
    z.strictObject({ fileId: z.string().max(64) }),
    z.strictObject({ photoId: z.string(), takenAt: z.string() }),
  ),
  /** The picture of a saved package by the file seam, hashed anew; no file where it is none any more. */
  show: query(
    'packer',
    z.strictObject({ opId: z.string().max(80) }),
    z.strictObject({ finding: PhotoFindingSchema, fileId: z.string().nullable() }),
  ),
  /** Somebody sets a camera up: for two minutes the page may use one although no shop asks for photos. */
  setUp: command('admin', z.strictObject({}), z.strictObject({ until: z.string() })),
};
