import { Button, SegmentedControl, Select, Switch } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SoundIcon } from '../../components/icons/sound-icon.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { isHeard, switchSound } from '../../sound/muted-sounds.ts';
import { useSound } from '../../sound/sound-context.tsx';
import { voicesOf } from '../../sound/speaker.ts';
import { SOUND_NAMES, type SoundName } from '../../sound/tones.ts';
import { useAppState, useSettings } from '../../state/app-state.tsx';
import { SettingCard } from './setting-card.tsx';
import styles from './setting-card.module.css';
import table from './sound-card.module.css';

const RATES = [0.8, 1, 1.2, 1.5, 1.8] as const;

/** Every sound by its name with what is seen at the same time, and the voice. */
export function SoundCard() {
  const { t } = useTranslation('bench');
  const settings = useSettings((state) => state.settings);
  const { set } = useAppState().settings.getState();
  return (
    <SettingCard title={t('sounds.title')} icon={<SoundIcon />}>
      <p className={styles.hint}>{t('sounds.hint')}</p>
      <Switch
        label={t('sounds.on')}
        description={t('sounds.onHint')}
        checked={settings['ui.sound']}
        onChange={(event) => void set('ui.sound', event.currentTarget.checked)}
      />
      <ul className={table.sounds}>
        {SOUND_NAMES.map((name) => (
          <SoundRow key={name} name={name} />
        ))}
      </ul>
      <Switch
        label={t('sounds.speech')}
        description={t('sounds.speechHint')}
        checked={settings['ui.speech']}
        onChange={(event) => void set('ui.speech', event.currentTarget.checked)}
      />
      {settings['ui.speech'] && <VoiceFields />}
    </SettingCard>
  );
}

function SoundRow({ name }: { readonly name: SoundName }) {
  const { t } = useTranslation('bench');
  const { player } = useSound();
  const settings = useSettings((state) => state.settings);
  const { set } = useAppState().settings.getState();
  return (
    <li data-sound={name}>
      <Button
        size="compact-md"
        variant="default"
        aria-label={`${t('sounds.play')} ${t(`sounds.name.${name}`)}`}
        onClick={() => player.play(name)}
      >
        {t('sounds.play')}
      </Button>
      <strong>{t(`sounds.name.${name}`)}</strong>
      <span>{t(`sounds.seen.${name}`)}</span>
      <Switch
        aria-label={`${t('sounds.muted')} ${t(`sounds.name.${name}`)}`}
        checked={isHeard(name, settings)}
        disabled={name === 'stop' || !settings['ui.sound']}
        onChange={(event) => void set('ui.mutedSounds', switchSound(name, event.currentTarget.checked, settings))}
      />
    </li>
  );
}

function VoiceFields() {
  const { t } = useTranslation('bench');
  const language = useLanguage();
  const { speaker } = useSound();
  const settings = useSettings((state) => state.settings);
  const { set } = useAppState().settings.getState();
  const voices = voicesOf(useVoices(), language);
  const [rate, voice] = [settings['ui.speechRate'], settings['ui.voice']];
  if (voices.length === 0) return <p className={styles.hint}>{t('sounds.voiceNone')}</p>;
  return (
    <>
      <div className={styles.row}>
        <Select
          label={t('sounds.voice')}
          style={{ flex: '1 1 16rem' }}
          allowDeselect={false}
          value={voices.some(({ voiceURI }) => voiceURI === voice) ? voice : ''}
          data={[
            { value: '', label: t('sounds.voiceDefault') },
            ...voices.map(({ voiceURI, name }) => ({ value: voiceURI, label: name })),
          ]}
          onChange={(value) => void set('ui.voice', value ?? '')}
        />
        <Button
          variant="default"
          onClick={() => speaker.say({ text: t('sounds.sample'), language, critical: false, rate, voice })}
        >
          {t('sounds.trySpeech')}
        </Button>
      </div>
      <div className={styles.field}>
        <span>{t('sounds.rate')}</span>
        <SegmentedControl
          aria-label={t('sounds.rate')}
          value={String(rate)}
          data={RATES.map((each) => ({ value: String(each), label: t('sounds.rateOption', { rate: each }) }))}
          onChange={(value) => void set('ui.speechRate', Number(value))}
        />
      </div>
    </>
  );
}

/** The voices of this machine; browsers find them a moment after the page is there. */
function useVoices(): readonly SpeechSynthesisVoice[] {
  const [voices, setVoices] = useState<readonly SpeechSynthesisVoice[]>([]);
  useEffect(() => {
    if (typeof speechSynthesis === 'undefined') return;
    const read = (): void => setVoices(speechSynthesis.getVoices());
    read();
    speechSynthesis.addEventListener('voiceschanged', read);
    return () => speechSynthesis.removeEventListener('voiceschanged', read);
  }, []);
  return voices;
}
