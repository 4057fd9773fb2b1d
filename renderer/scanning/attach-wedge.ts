import type { KeyPress } from './key-char.ts';
import { asTextField, focusPlace, restoreText } from './text-field.ts';
import {
  emptyWedge,
  letTimePass,
  LONE_MS,
  pendingText,
  pressKey,
  QUIET_MS,
  type WedgeOutput,
  type WedgeState,
  type WedgeStep,
} from './wedge.ts';

export type WedgeOptions = {
  readonly window: Window;
  /** False on pages other than the bench: fields keep what is scanned into them, and keys keep their meaning. */
  readonly onBench: () => boolean;
  /** Single keys the bench has a use for now, such as the digits of a choice. */
  readonly claimed: () => ReadonlySet<string>;
  readonly onOutput: (output: WedgeOutput) => void;
  readonly onPending: (text: string) => void;
};

/** Listens to the whole window before anything else does, so that a scan needs no focus; returns how to stop. */
export function attachWedge(options: WedgeOptions): () => void {
  let state: WedgeState = emptyWedge();
  let fieldBefore: { readonly field: HTMLInputElement | HTMLTextAreaElement; readonly text: string } | null = null;
  let timers: readonly number[] = [];
  const take = (step: WedgeStep): void => {
    state = step.state;
    step.outputs.forEach(options.onOutput);
    options.onPending(pendingText(state));
  };
  const onKey = (event: KeyboardEvent): void => {
    const place = focusPlace(event.target);
    if (place === 'field' && !options.onBench()) return;
    const field = asTextField(event.target);
    const text = field?.value ?? '';
    const runBefore = state.run;
    const step = pressKey(state, readPress(event), place);
    if (field && step.state.run && step.state.run.keys === 1 && step.state.run !== runBefore)
      fieldBefore = { field, text };
    if (step.swallow && mayKeep(step, options.onBench())) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (step.lift && fieldBefore) restoreText(fieldBefore.field, fieldBefore.text);
    take(step);
    timers.forEach((timer) => options.window.clearTimeout(timer));
    timers = [LONE_MS, QUIET_MS].map((delayMs) => {
      const atMs = event.timeStamp + delayMs;
      return options.window.setTimeout(() => take(letTimePass(state, atMs, options.claimed())), delayMs);
    });
  };
  options.window.addEventListener('keydown', onKey, { capture: true });
  return () => {
    timers.forEach((timer) => options.window.clearTimeout(timer));
    options.window.removeEventListener('keydown', onKey, { capture: true });
  };
}

/** Away from the bench only the end of a code is kept from the page. */
const mayKeep = (step: WedgeStep, onBench: boolean): boolean =>
  onBench || step.outputs.some((output) => output.kind === 'scan' && output.by === 'scanner');

const readPress = (event: KeyboardEvent): KeyPress => ({
  atMs: event.timeStamp,
  key: event.key,
  code: event.code,
  shift: event.shiftKey,
  ctrl: event.ctrlKey,
  alt: event.altKey,
  meta: event.metaKey,
  capsLock: event.getModifierState('CapsLock'),
  repeat: event.repeat,
});
