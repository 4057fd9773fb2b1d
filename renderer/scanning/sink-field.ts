const MARK = 'scanSink';

/** Whether this is the field that stands in for a text field while nothing else takes text. */
export const isSink = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.dataset[MARK] !== undefined;

export type Sink = { readonly wipe: () => void; readonly remove: () => void };

export type SinkOptions = {
  readonly window: Window;
  /** Whether scans are wanted without a focused field now. */
  readonly wanted: () => boolean;
  /** What a screen reader says of it. */
  readonly label: () => string;
};

/**
 * A password field of one pixel that holds the focus whenever nothing else does: Chromium takes the input method away from
 * password fields, so that a scanner's letters arrive as letters. Nothing is ever kept in it.
 */
export function createSink({ window, wanted, label }: SinkOptions): Sink {
  const { document } = window;
  const field = document.createElement('input');
  field.type = 'password';
  field.name = `scan-${window.crypto.randomUUID()}`;
  field.autocomplete = 'off';
  field.spellcheck = false;
  field.tabIndex = -1;
  field.dataset[MARK] = '';
  field.style.cssText =
    'position:fixed;inset:0 auto auto 0;width:1px;height:1px;padding:0;border:0;opacity:0;outline:0';
  document.body.prepend(field);
  const isFree = (): boolean =>
    (document.activeElement === null || document.activeElement === document.body) &&
    ![...document.querySelectorAll('[role="dialog"][aria-modal="true"]')].some((dialog) => dialog.checkVisibility());
  const takeFocus = (): void => {
    field.setAttribute('aria-label', label());
    if (wanted() && isFree()) field.focus({ preventScroll: true });
  };
  // The element that gets the focus next is known only in the task after the loss.
  const later = (): void => void window.setTimeout(takeFocus, 0);
  const stop = new AbortController();
  for (const type of ['focusout', 'pointerup', 'keyup'] as const)
    document.addEventListener(type, later, { capture: true, signal: stop.signal });
  window.addEventListener('focus', later, { signal: stop.signal });
  field.setAttribute('aria-label', label());
  takeFocus();
  return {
    wipe: () => {
      field.value = '';
    },
    remove: () => {
      stop.abort();
      field.remove();
    },
  };
}
