import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { type StoreApi, useStore } from 'zustand';
import { useLanguage } from '../../i18n/use-language.ts';
import { isHeard } from '../../sound/muted-sounds.ts';
import { useSound } from '../../sound/sound-context.tsx';
import type { SoundName } from '../../sound/tones.ts';
import { useAppState } from '../../state/app-state.tsx';
import type { HandOverNews, HandOverState } from '../../state/hand-over-store.ts';

/** While a box that must not leave is on screen, the alarm comes again this often. */
const ALARM_MS = 4_000;

const SOUNDS: Readonly<Record<HandOverNews['kind'], SoundName>> = {
  handed: 'accepted',
  repeated: 'tick',
  undone: 'tick',
  nothing: 'tick',
  refused: 'refused',
  missed: 'refused',
  stopped: 'stop',
};

/** Each scan has its sound; the alarm of a stopped box is said and repeated until somebody has seen it. */
export function useHandOverSound(store: StoreApi<HandOverState>): void {
  const { settings } = useAppState();
  const { player, speaker } = useSound();
  const { t } = useTranslation('shift');
  const language = useLanguage();
  const words = t('handOver.voice.stopped');
  const alarm = useStore(store, ({ stopped }) => stopped?.verdict === 'stopped');
  useEffect(
    () =>
      store.subscribe(({ news }, before) => {
        if (news === null || news.no === before.news?.no) return;
        const name = SOUNDS[news.kind];
        if (isHeard(name, settings.getState().settings)) player.play(name);
      }),
    [store, settings, player],
  );
  useEffect(() => {
    if (!alarm) return;
    const say = (): void => {
      const now = settings.getState().settings;
      if (!now['ui.speech']) return;
      speaker.say({ text: words, language, critical: true, rate: now['ui.speechRate'], voice: now['ui.voice'] });
    };
    say();
    const timer = window.setInterval(() => {
      player.play('stop');
      say();
    }, ALARM_MS);
    return () => window.clearInterval(timer);
  }, [alarm, words, language, settings, player, speaker]);
}
