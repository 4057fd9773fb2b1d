import { useEffect } from 'react';
import { createPlayer } from '../../sound/player.ts';
import { verdictSound } from '../../sound/verdict-sound.ts';
import { useAppState } from '../../state/app-state.tsx';

/** Plays the sound of each verdict as it comes, unless sounds are switched off. */
export function useVerdictSound(): void {
  const { packing, settings, status } = useAppState();
  useEffect(() => {
    const player = createPlayer(() => new AudioContext({ latencyHint: 'interactive' }));
    const stop = packing.subscribe((state, before) => {
      if (!settings.getState().settings['ui.sound']) return;
      if (state.problem !== null && state.problem !== before.problem) player.play('refused');
      if (!state.news || state.news.no === before.news?.no) return;
      const online = status.getState().status?.network.online ?? true;
      const sound = verdictSound(state.news.verdict, { online, view: state.news.view });
      if (sound !== null) player.play(sound);
    });
    return () => {
      stop();
      player.close();
    };
  }, [packing, settings, status]);
}
