import { describe, expect, it } from 'vitest';
import { createPlayer } from '../../../../renderer/sound/player.ts';
import { renderTones } from '../../../../renderer/sound/render-tones.ts';
import { SOUND_NAMES, TONES } from '../../../../renderer/sound/tones.ts';

/** A sound card that writes down what it is asked for. */
function fakeAudio() {
  const log: string[] = [];
  const audio = {
    currentTime: 10,
    sampleRate: 8_000,
    baseLatency: 0.01,
    state: 'suspended',
    destination: {},
    resume: async () => void log.push('resume'),
    close: async () => void log.push('close'),
    createBuffer: (_channels: number, length: number) => {
      log.push('render');
      return { length, copyToChannel: () => undefined };
    },
    createBufferSource: () => ({
      buffer: null as { length: number } | null,
      connect: () => undefined,
      start() {
        log.push(`start ${this.buffer?.length}`);
      },
    }),
  };
  return { log, audio: audio as unknown as AudioContext };
}

const lengthOf = (name: keyof typeof TONES): number => renderTones(TONES[name], 8_000).length;

describe('the player', () => {
  it('renders every sound once, with the first key press and before the first scan', () => {
    const { audio, log } = fakeAudio();
    const player = createPlayer(() => audio);
    expect(log).toEqual([]);
    player.unlock();
    expect(log.filter((entry) => entry === 'render')).toHaveLength(SOUND_NAMES.length);
    player.play('refused');
    player.play('accepted');
    expect(log.filter((entry) => entry === 'render')).toHaveLength(SOUND_NAMES.length);
    expect(log.filter((entry) => entry.startsWith('start'))).toEqual([
      `start ${lengthOf('refused')}`,
      `start ${lengthOf('accepted')}`,
    ]);
  });

  it('opens one sound card, wakes it, and gives it back', () => {
    const { audio, log } = fakeAudio();
    let opened = 0;
    const player = createPlayer(() => {
      opened += 1;
      return audio;
    });
    player.play('accepted');
    player.play('saved');
    expect(opened).toBe(1);
    expect(log).toContain('resume');
    player.close();
    expect(log).toContain('close');
  });

  it('is silent where the machine has no sound', () => {
    expect(() => createPlayer(() => null).play('stop')).not.toThrow();
  });
});

describe('a rendered sound', () => {
  it('is as long as its tones, starts and ends in silence, and never clips', () => {
    for (const name of SOUND_NAMES) {
      const samples = renderTones(TONES[name], 8_000);
      const lastsMs = Math.max(...TONES[name].map((tone) => tone.atMs + tone.lastsMs));
      expect(samples.length).toBe(Math.ceil(lastsMs * 8));
      expect(Math.abs(samples[0] ?? 1)).toBeLessThan(0.01);
      expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(0.1);
      expect(Math.max(...samples.map(Math.abs))).toBeLessThanOrEqual(1);
      expect(Math.max(...samples.map(Math.abs))).toBeGreaterThan(0.1);
    }
  });

  it('has the pitch it says', () => {
    const samples = renderTones([{ atMs: 0, lastsMs: 500, fromHz: 440, toHz: 440, shape: 'sine', volume: 0.5 }], 8_000);
    const crossings = samples.filter((value, index) => index > 0 && value >= 0 && (samples[index - 1] ?? 0) < 0).length;
    expect(Math.abs(crossings - 220)).toBeLessThanOrEqual(1);
  });
});
