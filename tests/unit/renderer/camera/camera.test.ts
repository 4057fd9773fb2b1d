// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { createCamera, listCameras, troubleOf } from '../../../../renderer/camera/camera.ts';

type Wanted = { readonly video: { readonly deviceId?: { readonly exact: string } }; readonly audio: boolean };

/** A browser's cameras: what is plugged in, and what it says when one is opened. */
function browser(plugged: readonly { id: string; name: string }[], failure: string | null = null) {
  const asked: Wanted[] = [];
  const stopped: string[] = [];
  const track = { readyState: 'live', stop: () => void stopped.push('stop') };
  const devices = {
    enumerateDevices: async () => [
      { kind: 'audioinput', deviceId: 'mic', label: 'Microphone' },
      ...plugged.map(({ id, name }) => ({ kind: 'videoinput', deviceId: id, label: name })),
    ],
    getUserMedia: async (wanted: Wanted) => {
      asked.push(wanted);
      if (failure !== null) throw new DOMException('', failure);
      return { getTracks: () => [track] };
    },
  } as unknown as MediaDevices;
  vi.spyOn(HTMLMediaElement.prototype, 'play').mockResolvedValue();
  vi.spyOn(HTMLMediaElement.prototype, 'srcObject', 'set').mockReturnValue();
  return { devices, asked, stopped, track };
}

const USB = { id: 'a', name: 'USB camera' };
const BUILT_IN = { id: 'b', name: 'Built-in' };

describe('a camera', () => {
  it('is asked for its picture and never for sound', async () => {
    const { devices, asked } = browser([USB]);
    expect((await createCamera(devices).open({ id: '', name: '' })).ok).toBe(true);
    expect(asked.map(({ audio }) => audio)).toEqual([false]);
  });

  it('is found again by its name when its id has changed, and no other one takes its place', async () => {
    const moved = browser([BUILT_IN, { ...USB, id: 'new' }]);
    await createCamera(moved.devices).open(USB);
    expect(moved.asked.at(-1)?.video.deviceId).toEqual({ exact: 'new' });
    const unplugged = browser([BUILT_IN]);
    expect(await createCamera(unplugged.devices).open(USB)).toEqual({ ok: false, error: 'no-camera' });
    expect(unplugged.asked.some(({ video }) => video.deviceId !== undefined)).toBe(false);
  });

  it('stays open, is closed when asked, and is opened anew after its cable was pulled', async () => {
    const { devices, asked, stopped, track } = browser([USB]);
    const camera = createCamera(devices);
    await camera.open(USB);
    await camera.open(USB);
    expect(asked).toHaveLength(1);
    track.readyState = 'ended';
    expect(await camera.open(USB)).toEqual({ ok: false, error: 'no-camera' });
    track.readyState = 'live';
    expect((await camera.open(USB)).ok).toBe(true);
    camera.close();
    await vi.waitFor(() => expect(stopped).toHaveLength(1));
  });

  it.each([
    ['NotFoundError', 'no-camera'],
    ['OverconstrainedError', 'no-camera'],
    ['NotReadableError', 'in-use'],
    ['AbortError', 'in-use'],
    ['NotAllowedError', 'refused'],
    ['SecurityError', 'refused'],
    ['SomethingElse', 'no-answer'],
  ] as const)('that says %s is told as %s', async (failure, told) => {
    expect(await createCamera(browser([USB], failure).devices).open(USB)).toEqual({ ok: false, error: told });
  });

  it('is refused where the page has no way to cameras, and whatever is no error of theirs is no answer', async () => {
    expect(await createCamera(undefined).open(USB)).toEqual({ ok: false, error: 'refused' });
    expect(await listCameras(undefined)).toEqual([]);
    expect(troubleOf(new Error('other'))).toBe('no-answer');
  });
});
