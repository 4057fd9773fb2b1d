import type { Settings } from '../../shared/contract/settings.ts';
import { SOUND_NAMES, type SoundName } from './tones.ts';

type SoundSettings = Pick<Settings, 'ui.sound' | 'ui.mutedSounds'>;

/** Whether a sound is to be heard. The alarm that stops the box is always heard. */
export const isHeard = (name: SoundName, settings: SoundSettings): boolean =>
  name === 'stop' || (settings['ui.sound'] && !mutedOf(settings).includes(name));

/** The setting with one sound switched. */
export const switchSound = (name: SoundName, heard: boolean, settings: SoundSettings): string =>
  SOUND_NAMES.filter((each) => (each === name ? !heard : mutedOf(settings).includes(each))).join(' ');

const mutedOf = (settings: SoundSettings): readonly string[] => settings['ui.mutedSounds'].split(' ');
