import type { MouseEvent } from 'react';

/** A click of a hand. Enter or Space on a focused button is a click without a pointer: `detail` counts real presses. */
export const byPointer =
  (act: () => void) =>
  (event: MouseEvent): void => {
    if (event.detail > 0) act();
  };
