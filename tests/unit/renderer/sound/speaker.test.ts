import { describe, expect, it } from 'vitest';
import { createSpeaker, DEDUPE_MS, type Spoken } from '../../../../renderer/sound/speaker.ts';

const voice = (lang: string, voiceURI: string, localService = true) =>
  ({ lang, voiceURI, name: voiceURI, localService }) as SpeechSynthesisVoice;

function setup(voices = [voice('en-US', 'Amy'), voice('zh-CN', 'Far', false), voice('zh-CN', 'Ting')]) {
  const log: string[] = [];
  let nowMs = 0;
  let end = (): void => undefined;
  const speaker = createSpeaker({
    synth: {
      getVoices: () => voices,
      cancel: () => void log.push('cancel'),
      speak: (utterance) => void log.push(`${utterance.voice?.voiceURI}: ${utterance.text}`),
    },
    utter: (text) =>
      ({
        text,
        addEventListener: (name: string, listener: () => void) => {
          if (name === 'end') end = listener;
        },
      }) as unknown as SpeechSynthesisUtterance,
    now: () => nowMs,
  });
  const say = (text: string, more: Partial<Spoken> = {}): void =>
    speaker.say({ text, language: 'zh-CN', critical: false, rate: 1, voice: '', ...more });
  return { log, speaker, say, pass: (ms: number) => void (nowMs += ms), end: () => end() };
}

describe('the voice of the bench', () => {
  it('speaks with a voice of the language, the machine’s own before a far one', () => {
    const { log, say, pass } = setup();
    say('换箱');
    pass(5_000);
    say('next package', { language: 'en' });
    pass(5_000);
    say('封箱', { voice: 'Far' });
    expect(log).toEqual(['Ting: 换箱', 'cancel', 'Amy: next package', 'cancel', 'Far: 封箱']);
  });

  it('does not say the same twice within three seconds', () => {
    const { log, say, pass, end } = setup();
    say('拿错了');
    end();
    pass(DEDUPE_MS - 1);
    say('拿错了');
    pass(1);
    say('拿错了');
    expect(log).toEqual(['Ting: 拿错了', 'Ting: 拿错了']);
  });

  it('lets a new scan cut off what is stale, but never a critical sentence', () => {
    const { log, say, speaker } = setup();
    say('已存');
    speaker.cut();
    expect(log).toEqual(['Ting: 已存', 'cancel']);
    say('停，已退款', { critical: true });
    speaker.cut();
    say('已存，尾号 5 7 1 7');
    expect(log).toEqual(['Ting: 已存', 'cancel', 'Ting: 停，已退款']);
    say('停，风险单', { critical: true });
    expect(log.slice(-2)).toEqual(['cancel', 'Ting: 停，风险单']);
  });

  it('says ordinary things again once a critical sentence has ended', () => {
    const { log, say, end } = setup();
    say('停，已退款', { critical: true });
    end();
    say('已存');
    expect(log.at(-1)).toBe('Ting: 已存');
  });

  it('is silent where there is no voice of the language, or no speech at all', () => {
    const { log, say } = setup([voice('fr-FR', 'Luc')]);
    say('换箱');
    expect(log).toEqual([]);
    expect(() =>
      createSpeaker(null).say({ text: '换箱', language: 'zh-CN', critical: true, rate: 1, voice: '' }),
    ).not.toThrow();
  });
});
