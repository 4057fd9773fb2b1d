import { Button, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ShiftFindings } from '../../../shared/contract/shift.ts';
import type { CheckResult } from '../../../shared/domain/shift-checks.ts';
import { checkWords } from '../../../shared/messages/shift-words.ts';
import { CheckIcon } from '../../components/icons/check-icon.tsx';
import { CrossIcon } from '../../components/icons/cross-icon.tsx';
import { QuestionIcon } from '../../components/icons/question-icon.tsx';
import { KeyCap } from '../../components/key-cap.tsx';
import { useLanguage } from '../../i18n/use-language.ts';
import { useSound } from '../../sound/sound-context.tsx';
import { SOUND_NAMES } from '../../sound/tones.ts';
import type { ShiftStart } from '../../state/shift-store.ts';
import styles from './shift-screen.module.css';
import { useFindingWords } from './use-finding-words.ts';
import { usePageCommands } from './use-page-commands.ts';
import { useScanTest } from './use-scan-test.ts';

/** A pause between two sounds of the test, so that each is heard by itself. */
const BETWEEN_MS = 700;

/** Five things to look at before a shift, green or red, with what to do. Starting is never refused. */
export function StartChecklist(props: {
  readonly findings: ShiftFindings;
  readonly quiet: boolean;
  readonly onStart: (found: ShiftStart) => void;
}) {
  const { t } = useTranslation('shift');
  const language = useLanguage();
  const [sound, setSound] = useState<CheckResult>('skipped');
  const [note, setNote] = useState('');
  const scan = useScanTest();
  const words = useFindingWords(props.findings);
  const play = usePlayAll();
  const { network, queue, clock } = props.findings;
  const go = (): void => props.onStart({ sound, scan: scan.result, note });
  usePageCommands(props.quiet ? {} : { F7: play, F8: () => setSound('good'), F9: () => setSound('bad'), F3: go });
  return (
    <section className={styles.start} aria-labelledby="start-title" data-testid="start-checklist">
      <h2 id="start-title">{t('start.title')}</h2>
      <p className={styles.hint}>{t('start.hint')}</p>
      <ul className={styles.checks}>
        <CheckRow name={checkWords('sound', language)} result={sound} text={t(`start.sound.${SOUND_TEXT[sound]}`)}>
          <KeyButton name="F7" label={t('start.sound.play')} onPress={play} />
          <KeyButton name="F8" label={t('start.sound.heard')} onPress={() => setSound('good')} />
          <KeyButton name="F9" label={t('start.sound.silent')} onPress={() => setSound('bad')} />
        </CheckRow>
        <CheckRow name={checkWords('scan', language)} result={scan.result} text={scan.text} />
        <CheckRow name={checkWords('network', language)} result={network.result} text={words.network} />
        <CheckRow name={checkWords('queue', language)} result={queue.result} text={words.queue} />
        <CheckRow name={checkWords('clock', language)} result={clock.result} text={words.clock} />
      </ul>
      <div className={styles.go}>
        <TextInput
          size="md"
          aria-label={t('start.note')}
          placeholder={t('start.note')}
          maxLength={300}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        <Button size="lg" leftSection={<KeyCap>F3</KeyCap>} onClick={go}>
          {t('start.go')}
        </Button>
      </div>
    </section>
  );
}

const SOUND_TEXT = { good: 'good', bad: 'bad', skipped: 'ask' } as const;
const ICONS = { good: CheckIcon, bad: CrossIcon, skipped: QuestionIcon } as const;

function CheckRow(props: {
  readonly name: string;
  readonly result: CheckResult;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('shift');
  const Icon = ICONS[props.result];
  return (
    <li className={styles.check} data-result={props.result}>
      <span className={styles.verdict}>
        <Icon />
        {t(`start.${props.result}`)}
      </span>
      <strong>{props.name}</strong>
      <span className={styles.said}>{props.text}</span>
      {props.children && <span className={styles.keys}>{props.children}</span>}
    </li>
  );
}

const KeyButton = (props: { readonly name: string; readonly label: string; readonly onPress: () => void }) => (
  <Button variant="default" size="md" leftSection={<KeyCap>{props.name}</KeyCap>} onClick={props.onPress}>
    {props.label}
  </Button>
);

/** Plays the sounds of the bench one after another: go on, saved, refused, stop. */
function usePlayAll(): () => void {
  const { player } = useSound();
  return () => {
    SOUND_NAMES.filter((name) => TESTED.has(name)).forEach((name, index) => {
      window.setTimeout(() => player.play(name), index * BETWEEN_MS);
    });
  };
}

const TESTED: ReadonlySet<string> = new Set(['accepted', 'saved', 'refused', 'stop']);
