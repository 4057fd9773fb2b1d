import { TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { readDay } from './read-day.ts';

/**
 * A day, typed. The browser's own date field speaks the language of the machine, not of the page. Enter or leaving the
 * field takes what stands there; emptied means any day; what is no day stays, with a sentence.
 */
export function DayField(props: {
  readonly label: string;
  readonly shownLabel: ReactNode;
  readonly placeholder: string;
  readonly unreadable: string;
  readonly value: string | null;
  readonly className: string;
  readonly onChange: (day: string | null) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const [failed, setFailed] = useState(false);
  const take = (text: string): void => {
    const day = text.trim() === '' ? null : readDay(text, Date.now());
    const bad = day === null && text.trim() !== '';
    setFailed(bad);
    if (bad) return;
    setTyped(null);
    if (day !== props.value) props.onChange(day);
  };
  return (
    <TextInput
      aria-label={props.label}
      leftSection={props.shownLabel}
      leftSectionWidth="4.1rem"
      className={props.className}
      placeholder={props.placeholder}
      inputMode="numeric"
      autoComplete="off"
      maxLength={20}
      error={failed ? props.unreadable : null}
      value={typed ?? props.value ?? ''}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        setFailed(false);
      }}
      onBlur={({ currentTarget }) => typed !== null && take(currentTarget.value)}
      onKeyDown={(event) => event.key === 'Enter' && take(event.currentTarget.value)}
    />
  );
}
