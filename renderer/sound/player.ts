import { type SoundName, type Tone, TONES } from './tones.ts';

export type SoundPlayer = {
  /** Plays one sound at once; a new one does not wait for the old. */
  readonly play: (name: SoundName) => void;
  /** Gives the sound card back: a browser lends a page only a few. */
  readonly close: () => void;
};

const FADE_S = 0.008;

/** A player over one audio context, which is made with the first sound because browsers want a key press before it. */
export function createPlayer(open: () => AudioContext): SoundPlayer {
  let audio: AudioContext | null = null;
  return {
    play: (name) => {
      audio ??= open();
      if (audio.state === 'suspended') void audio.resume();
      for (const tone of TONES[name]) playTone(audio, tone);
    },
    close: () => {
      void audio?.close();
      audio = null;
    },
  };
}

function playTone(audio: AudioContext, tone: Tone): void {
  const start = audio.currentTime + tone.atMs / 1_000;
  const end = start + tone.lastsMs / 1_000;
  const oscillator = audio.createOscillator();
  const gain = audio.createGain();
  oscillator.type = tone.shape;
  oscillator.frequency.setValueAtTime(tone.fromHz, start);
  oscillator.frequency.linearRampToValueAtTime(tone.toHz, end);
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(tone.volume, start + FADE_S);
  gain.gain.setValueAtTime(tone.volume, end - FADE_S);
  gain.gain.linearRampToValueAtTime(0, end);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(start);
  oscillator.stop(end);
}
