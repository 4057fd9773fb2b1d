import { PHOTO_AIM_BYTES, PHOTO_WIDTH } from '../../shared/domain/photo.ts';

/** Tried one after another until a picture is small enough; the last one is taken as it is. */
const QUALITIES = [0.82, 0.7, 0.55, 0.4] as const;

/** The next frame of a playing video as a JPEG of at most 1280 pixels in width and, where it can be, 160 KB. */
export async function stillOf(video: HTMLVideoElement): Promise<Blob> {
  await nextFrame(video);
  const scale = Math.min(1, PHOTO_WIDTH / video.videoWidth);
  const canvas = new OffscreenCanvas(Math.round(video.videoWidth * scale), Math.round(video.videoHeight * scale));
  const paint = canvas.getContext('2d');
  if (paint === null) throw new Error('no room for a picture');
  paint.drawImage(video, 0, 0, canvas.width, canvas.height);
  let picture: Blob | null = null;
  for (const quality of QUALITIES) {
    picture = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (picture.size <= PHOTO_AIM_BYTES) break;
  }
  if (picture === null) throw new Error('no picture');
  return picture;
}

/** What lies in the video already may be seconds old. */
const nextFrame = (video: HTMLVideoElement): Promise<unknown> =>
  new Promise((resolve) => video.requestVideoFrameCallback(resolve));
