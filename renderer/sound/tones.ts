/** Every sound, in the order the sound test plays them. */
export const SOUND_NAMES = [
  'accepted',
  'line-complete',
  'saved',
  'saved-offline',
  'saved-practice',
  'needs-input',
  'refused',
  'stop',
  'tick',
] as const;

/** What a sound says. Rising means go on, falling means stop; the ear needs no more. */
export type SoundName = (typeof SOUND_NAMES)[number];

/** One note of a sound: when it starts, how long it lasts (ms), and its pitch (Hz) at start and end. */
export type Tone = {
  readonly atMs: number;
  readonly lastsMs: number;
  readonly fromHz: number;
  readonly toHz: number;
  readonly shape: 'sine' | 'square' | 'triangle';
  readonly volume: number;
};

const beep = (atMs: number, lastsMs: number, hz: number, volume = 0.35): Tone => ({
  atMs,
  lastsMs,
  fromHz: hz,
  toHz: hz,
  shape: 'sine',
  volume,
});
const buzz = (atMs: number, fromHz: number, toHz: number): Tone => ({
  atMs,
  lastsMs: 250,
  fromHz,
  toHz,
  shape: 'square',
  volume: 0.3,
});

/** The sounds of the bench (PACK-STATION 4.8). */
export const TONES: { readonly [Name in SoundName]: readonly Tone[] } = {
  accepted: [beep(0, 80, 1_200)],
  'line-complete': [beep(0, 90, 880), beep(100, 110, 1_320)],
  saved: [beep(0, 90, 784), beep(100, 90, 1_047), beep(200, 160, 1_568)],
  'saved-offline': [beep(0, 90, 784), beep(100, 90, 1_047), beep(200, 160, 1_568), beep(400, 90, 330, 0.25)],
  'saved-practice': [beep(0, 90, 659), beep(100, 90, 880), beep(200, 90, 988), beep(300, 180, 1_319)],
  refused: [buzz(0, 250, 225), buzz(290, 225, 200)],
  stop: [buzz(0, 720, 640), buzz(290, 460, 400), buzz(580, 720, 640), buzz(870, 460, 400)],
  'needs-input': [beep(0, 90, 660), beep(140, 90, 660)],
  tick: [beep(0, 35, 440, 0.2)],
};
