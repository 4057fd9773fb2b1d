import type { Tone } from './tones.ts';

const FADE_S = 0.008;

/** Tones as the samples of one buffer, so that playing a sound computes nothing any more. Values stay within −1 and 1. */
export function renderTones(tones: readonly Tone[], sampleRate: number): Float32Array<ArrayBuffer> {
  const lastsS = Math.max(0, ...tones.map(({ atMs, lastsMs }) => (atMs + lastsMs) / 1_000));
  const samples = new Float32Array(Math.max(1, Math.ceil(lastsS * sampleRate)));
  for (const tone of tones) addTone(samples, tone, sampleRate);
  return samples;
}

function addTone(samples: Float32Array, tone: Tone, sampleRate: number): void {
  const first = Math.round((tone.atMs / 1_000) * sampleRate);
  const count = Math.min(Math.round((tone.lastsMs / 1_000) * sampleRate), samples.length - first);
  const fade = FADE_S * sampleRate;
  let turns = 0;
  for (let index = 0; index < count; index += 1) {
    turns += (tone.fromHz + (tone.toHz - tone.fromHz) * (index / count)) / sampleRate;
    const edge = Math.min(1, index / fade, (count - index) / fade);
    const at = first + index;
    const value = (samples[at] ?? 0) + wave(tone.shape, turns % 1) * tone.volume * edge;
    samples[at] = Math.max(-1, Math.min(1, value));
  }
}

function wave(shape: Tone['shape'], turn: number): number {
  if (shape === 'square') return turn < 0.5 ? 1 : -1;
  if (shape === 'triangle') return 1 - 4 * Math.abs(turn - 0.5);
  return Math.sin(2 * Math.PI * turn);
}
