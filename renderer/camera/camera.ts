import type { CameraTrouble } from '../../shared/domain/photo.ts';
import { err, ok, type Result } from '../../shared/kernel/result.ts';
import { SECOND_MS } from '../../shared/kernel/time.ts';
import { stillOf } from './still.ts';

/** A camera as it is remembered: its id, and its name for when the page's address and with it every id has changed. */
export type CameraChoice = { readonly id: string; readonly name: string };

/** One camera of this computer, opened when it is first needed. */
export type Camera = {
  /** The moving picture. A camera that is open already is not opened again. */
  readonly open: (choice: CameraChoice) => Promise<Result<MediaStream, CameraTrouble>>;
  /** What the camera sees now, as a small JPEG; within three seconds or not at all. */
  readonly still: (choice: CameraChoice) => Promise<Result<Blob, CameraTrouble>>;
  readonly close: () => void;
};

/** So long a packer would stand still for a picture. */
const ANSWER_MS = 3 * SECOND_MS;

type Opened = { readonly stream: MediaStream; readonly video: HTMLVideoElement };
type Devices = Pick<MediaDevices, 'getUserMedia' | 'enumerateDevices'>;

/** `devices`: what the browser offers; undefined where the page's address is not one that may use cameras. */
export function createCamera(devices: Devices | undefined): Camera {
  let opening: { readonly key: string; readonly opened: Promise<Result<Opened, CameraTrouble>> } | null = null;
  const close = (): void => {
    const closed = opening?.opened;
    opening = null;
    void closed?.then((opened) => opened.ok && stop(opened.value.stream));
  };
  const reach = async (choice: CameraChoice): Promise<Result<Opened, CameraTrouble>> => {
    const key = JSON.stringify(choice);
    if (opening !== null && opening.key !== key) close();
    opening ??= { key, opened: openVideo(devices, choice) };
    const mine = opening;
    const opened = await mine.opened;
    const gone = !opened.ok || opened.value.stream.getTracks().some(({ readyState }) => readyState === 'ended');
    // A camera that failed, or whose cable was pulled, is looked for anew the next time.
    if (gone && opening === mine) opening = null;
    return opened.ok && gone ? err('no-camera') : opened;
  };
  return {
    close,
    open: async (choice) => {
      const opened = await reach(choice);
      return opened.ok ? ok(opened.value.stream) : opened;
    },
    still: (choice) => {
      const taken = reach(choice).then(async (opened) => (opened.ok ? ok(await stillOf(opened.value.video)) : opened));
      return Promise.race([taken.catch(() => err('no-answer' as const)), tooLate()]);
    },
  };
}

/** Cameras that are plugged in; without leave to use one they have no names. */
export async function listCameras(devices: Devices | undefined): Promise<readonly CameraChoice[]> {
  const all = (await devices?.enumerateDevices().catch(() => [])) ?? [];
  return all.flatMap(({ kind, deviceId, label }) =>
    kind === 'videoinput' && deviceId !== '' ? [{ id: deviceId, name: label }] : [],
  );
}

async function openVideo(devices: Devices | undefined, choice: CameraChoice): Promise<Result<Opened, CameraTrouble>> {
  if (devices === undefined) return err('refused');
  try {
    const video = { ...(await chosen(devices, choice)), width: { ideal: 1_280 }, height: { ideal: 720 } };
    const stream = await devices.getUserMedia({ video, audio: false });
    return ok({ stream, video: await playing(stream) });
  } catch (error) {
    return err(troubleOf(error));
  }
}

/**
 * The camera that was chosen and no other: another one may look at a face instead of a box. Names are only told once some
 * camera may be used.
 */
async function chosen(devices: Devices, { id, name }: CameraChoice): Promise<MediaTrackConstraints> {
  if (id === '' && name === '') return {};
  const found = async () => {
    const cameras = await listCameras(devices);
    return cameras.find((each) => each.id === id) ?? cameras.find((each) => each.name !== '' && each.name === name);
  };
  let camera = await found();
  if (camera === undefined) {
    stop(await devices.getUserMedia({ video: true, audio: false }));
    camera = await found();
  }
  if (camera === undefined) throw new DOMException('the chosen camera is not plugged in', 'NotFoundError');
  return { deviceId: { exact: camera.id } };
}

async function playing(stream: MediaStream): Promise<HTMLVideoElement> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  await video.play();
  return video;
}

const stop = (stream: MediaStream): void => {
  for (const track of stream.getTracks()) track.stop();
};

/** What the browser's word for a failure means to a packer. */
export function troubleOf(error: unknown): CameraTrouble {
  switch (error instanceof DOMException ? error.name : '') {
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'no-camera';
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use';
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused';
    default:
      return 'no-answer';
  }
}

const tooLate = (): Promise<Result<never, CameraTrouble>> =>
  new Promise((resolve) => setTimeout(() => resolve(err('no-answer')), ANSWER_MS));
