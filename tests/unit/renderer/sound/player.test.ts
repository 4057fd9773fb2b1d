import { describe, expect, it } from 'vitest';
import { createPlayer } from '../../../../renderer/sound/player.ts';
import { TONES } from '../../../../renderer/sound/tones.ts';

/** A sound card that writes down what it is asked for. */
function fakeAudio() {
  const notes: { readonly from: number; readonly to: number; readonly startS: number; readonly stopS: number }[] = [];
  const log: string[] = [];
  const gain = {
    gain: { setValueAtTime: () => undefined, linearRampToValueAtTime: () => undefined },
    connect: () => gain,
  };
  const audio = {
    currentTime: 10,
    state: 'suspended',
    destination: {},
    resume: async () => void log.push('resume'),
    close: async () => void log.push('close'),
    createGain: () => gain,
    createOscillator: () => {
      const note = { from: 0, to: 0, startS: 0, stopS: 0 };
      return {
        type: 'sine',
        frequency: {
          setValueAtTime: (hz: number) => void (note.from = hz),
          linearRampToValueAtTime: (hz: number) => void (note.to = hz),
        },
        connect: () => gain,
        start: (atS: number) => void (note.startS = atS),
        stop: (atS: number) => {
          note.stopS = atS;
          notes.push(note);
        },
      };
    },
  };
  return { notes, log, audio: audio as unknown as AudioContext };
}

describe('the player', () => {
  it('plays every tone of a sound at its time and pitch', () => {
    const { audio, notes } = fakeAudio();
    createPlayer(() => audio).play('refused');
    expect(notes.map(({ from, to }) => [from, to])).toEqual(TONES.refused.map(({ fromHz, toHz }) => [fromHz, toHz]));
    expect(notes[0]).toMatchObject({ startS: 10, stopS: 10.25 });
    expect(notes[1]?.startS).toBeCloseTo(10.29);
  });

  it('opens the sound card with the first sound, wakes it, and gives it back', () => {
    const { audio, log } = fakeAudio();
    let opened = 0;
    const player = createPlayer(() => {
      opened += 1;
      return audio;
    });
    expect(opened).toBe(0);
    player.play('accepted');
    player.play('saved');
    expect(opened).toBe(1);
    expect(log).toContain('resume');
    player.close();
    expect(log).toContain('close');
  });
});
