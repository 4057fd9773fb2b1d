import { useEffect, useRef, useState } from 'react';
import { useScannerStore } from '../../scanning/scanner-context.tsx';
import { type Choices, type Entry, NOTHING_TYPED, pressEntry } from './entry.ts';

export type EntryKeys = {
  readonly entry: Entry;
  readonly put: (entry: Entry) => void;
  readonly submit: () => void;
};

/** Keys of the whole window, wherever the focus is; text fields keep theirs. */
export function useEntry(options: {
  readonly choices: Choices;
  readonly onSubmit: (entry: Entry) => void;
  readonly onLeave?: (() => void) | undefined;
}): EntryKeys {
  const [entry, setEntry] = useState(NOTHING_TYPED);
  const scanner = useScannerStore();
  const latest = useRef({ ...options, entry });
  useEffect(() => {
    latest.current = { ...options, entry };
  });
  const put = (next: Entry): void => {
    latest.current = { ...latest.current, entry: next };
    setEntry(next);
  };
  const submit = (): void => {
    const { entry: typed, onSubmit } = latest.current;
    if (typed.picked !== null && typed.pin !== '') onSubmit(typed);
  };
  useEffect(() => {
    scanner.setState({ pinAsked: true });
    return () => scanner.setState({ pinAsked: false });
  }, [scanner]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isTyping(event.target)) return;
      const { entry: before, choices, onSubmit, onLeave } = latest.current;
      const { entry: next, outcome } = pressEntry(before, event.key, choices);
      if (outcome === null && next === before) return;
      event.preventDefault();
      if (outcome === 'submit') return onSubmit(next);
      if (outcome === 'leave') return onLeave?.();
      // A second key may come before the page is drawn again.
      latest.current = { ...latest.current, entry: next };
      setEntry(next);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return { entry, put, submit };
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === 'text');
