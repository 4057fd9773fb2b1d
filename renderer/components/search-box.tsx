import { CloseButton, TextInput } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { SearchIcon } from './icons/search-icon.tsx';
import styles from './search-box.module.css';

const PAUSE_MS = 200;

/** Asks while a person types, a little after the last key; Enter asks at once, Escape clears. */
export function SearchBox(props: {
  readonly label: string;
  readonly placeholder: string;
  readonly clearLabel: string;
  readonly value: string;
  readonly maxLength?: number;
  /** Takes the keyboard when the page opens. */
  readonly startHere?: boolean;
  readonly onSearch: (text: string) => void;
}) {
  const [text, setText] = useState(props.value);
  const asked = useRef(props.value);
  const { onSearch, startHere = false } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (startHere) input.current?.focus();
  }, [startHere]);
  useEffect(() => {
    if (text.trim() === asked.current) return;
    const timer = window.setTimeout(() => {
      asked.current = text.trim();
      onSearch(asked.current);
    }, PAUSE_MS);
    return () => window.clearTimeout(timer);
  }, [text, onSearch]);
  useEffect(() => {
    if (props.value === asked.current) return;
    asked.current = props.value;
    setText(props.value);
  }, [props.value]);
  const ask = (next: string): void => {
    asked.current = next.trim();
    setText(next);
    onSearch(asked.current);
  };
  return (
    <TextInput
      ref={input}
      aria-label={props.label}
      placeholder={props.placeholder}
      value={text}
      maxLength={props.maxLength ?? 100}
      leftSection={<SearchIcon />}
      rightSection={
        text === '' ? undefined : (
          <CloseButton aria-label={props.clearLabel} variant="transparent" onClick={() => ask('')} />
        )
      }
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') ask(text);
        if (event.key === 'Escape' && text !== '') ask('');
      }}
      className={styles.search ?? ''}
    />
  );
}
