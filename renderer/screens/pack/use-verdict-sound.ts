import { useEffect, useState } from 'react';
import { createPlayer } from '../../sound/player.ts';
import { verdictSound } from '../../sound/verdict-sound.ts';
import { useAppState } from '../../state/app-state.tsx';

/** Plays the sound of each verdict as it comes, unless sounds are switched off. */
export function useVerdictSound(): void {
  const { packing, settings, status } = useAppState();
  const [play] = useState(() => createPlayer(() => new AudioContext({ latencyHint: 'interactive' })));
  useEffect(
    () =>
      packing.subscribe((state, before) => {
        if (!settings.getState().settings['ui.sound']) return;
        const failed = state.problem !== null && state.problem !== before.problem;
        if (failed) play('refused');
        if (!state.news || state.news.no === before.news?.no) return;
        const online = status.getState().status?.network.online ?? true;
        play(verdictSound(state.news.verdict, { online, view: state.news.view }));
      }),
    [packing, settings, status, play],
  );
}
