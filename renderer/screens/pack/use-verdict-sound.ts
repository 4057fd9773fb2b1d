import { useCallback, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { stopsTheBox } from '../../../shared/domain/stop-the-box.ts';
import { benchZh } from '../../i18n/zh-CN/bench.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { isHeard } from '../../sound/muted-sounds.ts';
import { useSound } from '../../sound/sound-context.tsx';
import { refusal, type SpokenWords, spokenWords } from '../../sound/spoken-words.ts';
import type { SoundName } from '../../sound/tones.ts';
import { verdictSound } from '../../sound/verdict-sound.ts';
import { useAppState, usePacking } from '../../state/app-state.tsx';
import type { PackingState, VerdictNews } from '../../state/packing-store.ts';

/** While the box must not leave, the alarm comes again this often. */
const ALARM_MS = 4_000;

/** Plays and says each verdict as it comes. A new scan cuts off what is still being said. */
export function useVerdictSound(): void {
  const { packing, settings, status } = useAppState();
  const { player, speaker } = useSound();
  const say = useSay();
  useEffect(() => {
    const play = (name: SoundName): void => {
      if (isHeard(name, settings.getState().settings)) player.play(name);
    };
    let last: { readonly sound: SoundName | null; readonly words: SpokenWords | null } | null = null;
    const announce = ({ verdict, before, view }: VerdictNews): void => {
      const online = status.getState().status?.network.online ?? true;
      if (verdict !== 'repeated' || last === null)
        last = { sound: verdictSound(verdict, { online, view }), words: spokenWords(verdict, before, view) };
      if (last.sound !== null) play(last.sound);
      if (last.words !== null) say(last.words);
    };
    const onChange = (state: PackingState, before: PackingState): void => {
      if (state.waiting.length > before.waiting.length) speaker.cut();
      if (state.problem !== null && state.problem !== before.problem) play('refused');
      if (state.news && state.news.no !== before.news?.no) announce(state.news);
    };
    return packing.subscribe(onChange);
  }, [packing, settings, status, player, speaker, say]);
  useAlarm(say);
}

/**
 * The alarm of a box that must not leave and its reason, again and again until somebody acknowledges it. One that no scan
 * brought up is heard at once.
 */
function useAlarm(say: (spoken: SpokenWords) => void): void {
  const { packing } = useAppState();
  const { player } = useSound();
  const blocked = usePacking(({ view }) => view?.blocked ?? null);
  const alarm = blocked !== null && stopsTheBox(blocked.problem) ? JSON.stringify(blocked.problem) : null;
  useEffect(() => {
    if (alarm === null) return;
    const sound = (): void => {
      const { view } = packing.getState();
      player.play('stop');
      const words = view === null ? null : refusal(view);
      if (words !== null) say(words);
    };
    const { view, news } = packing.getState();
    if (news?.view !== view || news?.verdict !== 'refused') sound();
    const timer = window.setInterval(sound, ALARM_MS);
    return () => window.clearInterval(timer);
  }, [alarm, packing, player, say]);
}

type StopWord = keyof typeof benchZh.voice.stops;
const isStopWord = (code: string): code is StopWord => Object.hasOwn(benchZh.voice.stops, code);

/** Says words in the language on screen, with the voice and speed of the settings. */
function useSay(): (spoken: SpokenWords) => void {
  const { t } = useTranslation('bench');
  const { settings } = useAppState();
  const { speaker } = useSound();
  const language = useLanguage();
  const latest = useRef<(spoken: SpokenWords) => void>(() => undefined);
  useEffect(() => {
    latest.current = ({ words, critical }) => {
      const now = settings.getState().settings;
      if (!now['ui.speech']) return;
      const text =
        'key' in words
          ? t(`voice.${words.key}`, { digits: words.digits, count: words.count })
          : 'note' in words
            ? t('voice.note', { text: words.note })
            : stopWords([words.flag ?? '', words.problem]);
      speaker.say({ text, language, critical, rate: now['ui.speechRate'], voice: now['ui.voice'] });
    };
    const stopWords = (codes: readonly string[]): string => {
      const code = codes.find(isStopWord);
      return code === undefined ? t('voice.stop') : t(`voice.stops.${code}`);
    };
  });
  return useCallback((spoken) => latest.current(spoken), []);
}
