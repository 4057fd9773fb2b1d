import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { createPlayer, type SoundPlayer } from './player.ts';
import { createSpeaker, type Speaker } from './speaker.ts';

/** The one sound card and the one voice of the page. */
export type Sound = { readonly player: SoundPlayer; readonly speaker: Speaker };

const SoundContext = createContext<Sound | null>(null);

/** Lends sound to the page, and makes it ready with the first key or click, so that the first scan is already heard at once. */
export function SoundProvider({ children }: { readonly children: ReactNode }) {
  const [sound] = useState(openSound);
  useEffect(() => {
    const unlock = (): void => sound.player.unlock();
    const once = { capture: true, once: true } as const;
    window.addEventListener('keydown', unlock, once);
    window.addEventListener('pointerdown', unlock, once);
    return () => {
      window.removeEventListener('keydown', unlock, { capture: true });
      window.removeEventListener('pointerdown', unlock, { capture: true });
      sound.speaker.stop();
      sound.player.close();
    };
  }, [sound]);
  return <SoundContext value={sound}>{children}</SoundContext>;
}

/** The page's sound card and voice. */
export function useSound(): Sound {
  const sound = useContext(SoundContext);
  if (!sound) throw new Error('useSound outside SoundProvider');
  return sound;
}

const openSound = (): Sound => ({
  player: createPlayer(() =>
    typeof AudioContext === 'undefined' ? null : new AudioContext({ latencyHint: 'interactive' }),
  ),
  speaker: createSpeaker(
    typeof speechSynthesis === 'undefined'
      ? null
      : {
          synth: speechSynthesis,
          utter: (text) => new SpeechSynthesisUtterance(text),
          now: () => performance.now(),
        },
  ),
});
