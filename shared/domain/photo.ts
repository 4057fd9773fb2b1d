import { z } from 'zod';

/** Whether packages of a shop are photographed when they are closed: never, if it works, or always before they are saved. */
export const PhotoModeSchema = z.enum(['off', 'ask', 'must']);
export type PhotoMode = z.infer<typeof PhotoModeSchema>;

/** Why a camera gave no picture, as the page finds it. */
export const CameraTroubleSchema = z.enum(['no-camera', 'in-use', 'refused', 'no-answer']);
export type CameraTrouble = z.infer<typeof CameraTroubleSchema>;

/**
 * Why a package was saved without a photo although its shop wants one: the camera's trouble, next to no room on the disk,
 * a file that could not be written, or a waybill that came before the picture.
 */
export const PhotoMissSchema = z.enum([...CameraTroubleSchema.options, 'disk-low', 'not-written', 'not-in-time']);
export type PhotoMiss = z.infer<typeof PhotoMissSchema>;

/** Widest picture that is kept, pixels: goods, tape and the print of a label can be read. */
export const PHOTO_WIDTH = 1_280;
/** The quality is lowered until a picture is no larger than this, bytes. */
export const PHOTO_AIM_BYTES = 160 * 1024;
/** No larger picture is taken in, bytes. */
export const PHOTO_LIMIT_BYTES = 1024 * 1024;

/** What became of a package's photo. `gone`: its file went by age; what it was is still known. */
export const PackagePhotoSchema = z.discriminatedUnion('state', [
  z.strictObject({
    state: z.literal('kept'),
    takenAt: z.string(),
    takenBy: z.string(),
    sha256: z.string(),
    bytes: z.int().positive(),
  }),
  z.strictObject({ state: z.literal('gone'), takenAt: z.string(), removedAt: z.string(), sha256: z.string() }),
  z.strictObject({ state: z.literal('none'), why: PhotoMissSchema, excused: z.boolean() }),
]);
export type PackagePhoto = z.infer<typeof PackagePhotoSchema>;
