/** One sentence to be spoken. Critical ones end what is being said and are ended by nothing but a newer critical one. */
export type Spoken = {
  readonly text: string;
  readonly language: string;
  readonly critical: boolean;
  /** 1 is the voice's own speed. */
  readonly rate: number;
  /** `voiceURI` of the chosen voice; empty for the first of the language. */
  readonly voice: string;
};

export type Speaker = {
  readonly say: (spoken: Spoken) => void;
  /** A new scan has come: what is still being said is stale, unless it is critical. */
  readonly cut: () => void;
  readonly stop: () => void;
};

/** What a speaker needs of the platform; the page lends its own. */
export type SpeechPort = {
  readonly synth: Pick<SpeechSynthesis, 'speak' | 'cancel' | 'getVoices'>;
  readonly utter: (text: string) => SpeechSynthesisUtterance;
  readonly now: () => number;
};

/** The same words again within this time say nothing new. */
export const DEDUPE_MS = 3_000;

/** Speaks with the voices of the platform. Without any it is silent: everything said is on the screen as well. */
export function createSpeaker(port: SpeechPort | null): Speaker {
  let saying: Spoken | null = null;
  let last: { readonly text: string; readonly atMs: number } | null = null;
  const silence = (): void => {
    saying = null;
    port?.synth.cancel();
  };
  return {
    say: (spoken) => {
      if (port === null || spoken.text === '') return;
      const nowMs = port.now();
      if (last?.text === spoken.text && nowMs - last.atMs < DEDUPE_MS) return;
      if (saying?.critical === true && !spoken.critical) return;
      const voice = voiceFor(port.synth.getVoices(), spoken);
      if (voice === undefined) return;
      if (saying !== null) silence();
      const utterance = port.utter(spoken.text);
      utterance.voice = voice;
      utterance.lang = voice.lang;
      utterance.rate = spoken.rate;
      const over = (): void => {
        if (saying === spoken) saying = null;
      };
      utterance.addEventListener('end', over);
      utterance.addEventListener('error', over);
      saying = spoken;
      last = { text: spoken.text, atMs: nowMs };
      port.synth.speak(utterance);
    },
    cut: () => {
      if (saying !== null && !saying.critical) silence();
    },
    stop: silence,
  };
}

/** Voices that speak a language, the machine's own first: those of a far service stop with the network. */
export const voicesOf = (voices: readonly SpeechSynthesisVoice[], language: string): readonly SpeechSynthesisVoice[] =>
  voices
    .filter(({ lang }) => lang.slice(0, 2).toLowerCase() === language.slice(0, 2).toLowerCase())
    .toSorted((one, other) => Number(other.localService) - Number(one.localService));

function voiceFor(voices: readonly SpeechSynthesisVoice[], { language, voice }: Spoken) {
  const fitting = voicesOf(voices, language);
  return fitting.find(({ voiceURI }) => voiceURI === voice) ?? fitting[0];
}
