import { useLayoutEffect } from 'react';

/** The number keys take the choices in their order, wherever the focus is. */
export function useNumberKeys(choices: readonly (() => void)[]): void {
  // In place with the first paint: who sees the choices may press at once.
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      const choice = digit === undefined ? undefined : choices[Number(digit) - 1];
      if (!choice) return;
      event.preventDefault();
      choice();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [choices]);
}
