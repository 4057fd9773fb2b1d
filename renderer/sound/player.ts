import { renderTones } from './render-tones.ts';
import { SOUND_NAMES, type SoundName, TONES } from './tones.ts';

export type SoundPlayer = {
  /** Makes the sound card and every buffer ready; to be called from a key press or click, which browsers want first. */
  readonly unlock: () => void;
  /** Plays one sound at once; a new one does not wait for the old. */
  readonly play: (name: SoundName) => void;
  /** Gives the sound card back: a browser lends a page only a few. */
  readonly close: () => void;
};

/** Name of the performance mark left at the moment a sound starts; the bench measures Enter to sound by it. */
const SOUND_MARK = 'dispatch-desk:sound';

type Ready = { readonly audio: AudioContext; readonly buffers: ReadonlyMap<SoundName, AudioBuffer> };

/**
 * A player over one audio context with every sound rendered beforehand.
 * @param open makes the context; null where the machine has no sound
 */
export function createPlayer(open: () => AudioContext | null): SoundPlayer {
  let ready: Ready | null = null;
  const prepare = (): Ready | null => {
    const audio = ready?.audio ?? open();
    if (audio === null) return null;
    ready ??= { audio, buffers: new Map(SOUND_NAMES.map((name) => [name, bufferOf(audio, name)])) };
    if (audio.state === 'suspended') void audio.resume();
    return ready;
  };
  return {
    unlock: () => void prepare(),
    play: (name) => {
      const now = prepare();
      const buffer = now?.buffers.get(name);
      if (now === null || buffer === undefined) return;
      const source = now.audio.createBufferSource();
      source.buffer = buffer;
      source.connect(now.audio.destination);
      source.start();
      performance.clearMarks(SOUND_MARK);
      performance.mark(SOUND_MARK, { detail: { name, latencyMs: (now.audio.baseLatency || 0) * 1_000 } });
    },
    close: () => {
      void ready?.audio.close();
      ready = null;
    },
  };
}

function bufferOf(audio: AudioContext, name: SoundName): AudioBuffer {
  const samples = renderTones(TONES[name], audio.sampleRate);
  const buffer = audio.createBuffer(1, samples.length, audio.sampleRate);
  buffer.copyToChannel(samples, 0);
  return buffer;
}
