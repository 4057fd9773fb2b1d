import { compose } from './ime-watch.ts';
import type { KeyPress } from './key-char.ts';
import { asTextField, focusPlace, restoreText } from './text-field.ts';
import {
  CAPS_END_MS,
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
  /** Gap in ms that this bench's scanner was measured to stay below. */
  readonly thresholdMs: () => number;
  readonly onOutput: (output: WedgeOutput) => void;
  /** Every key as it comes, whoever typed it. */
  readonly onKey: (press: KeyPress) => void;
  readonly onCompose: (data: string) => void;
  /** What is typed and not ended, once a frame: a scanner types more keys than a screen has frames. */
  readonly onPending: (text: string) => void;
};

/** Listens to the whole window before anything else does, so that a scan needs no focus; returns how to stop. */
export function attachWedge(options: WedgeOptions): () => void {
  let state: WedgeState = { ...emptyWedge(), deafUntilMs: options.window.performance.now() };
  let fieldBefore: { readonly field: HTMLInputElement | HTMLTextAreaElement; readonly text: string } | null = null;
  const take = (step: WedgeStep): void => {
    state = step.state;
    step.outputs.forEach(options.onOutput);
    echo.ask();
  };
  const echo = oncePerFrame(options.window, () => options.onPending(pendingText(state)));
  const silence = silenceTimer(options.window, (atMs) => take(letTimePass(state, atMs, options.claimed())));
  const onKey = (event: KeyboardEvent): void => {
    const place = focusPlace(event.target);
    if (place === 'field' && !options.onBench()) return wasDeaf(event);
    const field = asTextField(event.target);
    const text = field?.value ?? '';
    const runBefore = state.run;
    const press = readPress(event);
    options.onKey(press);
    const step = pressKey({ ...state, thresholdMs: options.thresholdMs() }, press, place);
    if (field && step.state.run && step.state.run.keys === 1 && step.state.run !== runBefore)
      fieldBefore = { field, text };
    if (step.swallow && mayKeep(step, options.onBench())) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    if (step.lift && fieldBefore) restoreText(fieldBefore.field, fieldBefore.text);
    take(step);
    silence.begin(event.timeStamp);
  };
  const wasDeaf = ({ timeStamp }: Event): void => {
    state = { ...state, deafUntilMs: timeStamp };
  };
  const onCompose = (event: CompositionEvent | InputEvent): void => {
    const kind = COMPOSING[event.type];
    const data = event.data ?? '';
    // What a key put in was heard as a key; an input method puts in signs that no key has.
    if (kind === undefined || (kind === 'insert' && !/[^\x00-\x7f]/.test(data))) return;
    state = { ...state, composed: compose(state.composed, kind, data, event.timeStamp) };
    options.onCompose(data);
  };
  const listen = new AbortController();
  const how = { capture: true, signal: listen.signal };
  options.window.addEventListener('keydown', onKey, how);
  options.window.addEventListener('focus', wasDeaf, { signal: listen.signal });
  for (const type of ['compositionstart', 'compositionupdate', 'beforeinput'] as const)
    options.window.addEventListener(type, onCompose, how);
  return () => {
    silence.stop();
    echo.stop();
    listen.abort();
  };
}

/** Silences that mean something, shortest first. */
const SILENCES_MS: readonly number[] = [CAPS_END_MS, LONE_MS, QUIET_MS];

/** Tells when it has been silent for each of those times, one timer at a time; each key begins anew. */
function silenceTimer(window: Window, onSilence: (atMs: number) => void) {
  let timer = 0;
  const wait = (sinceMs: number, step: number, waitedMs: number): void => {
    const afterMs = SILENCES_MS[step];
    if (afterMs === undefined) return;
    timer = window.setTimeout(() => {
      onSilence(sinceMs + afterMs);
      wait(sinceMs, step + 1, afterMs);
    }, afterMs - waitedMs);
  };
  const stop = (): void => window.clearTimeout(timer);
  return {
    stop,
    begin: (sinceMs: number): void => {
      stop();
      wait(sinceMs, 0, 0);
    },
  };
}

function oncePerFrame(window: Window, run: () => void) {
  let frame = 0;
  return {
    ask: (): void => {
      frame ||= window.requestAnimationFrame(() => {
        frame = 0;
        run();
      });
    },
    stop: (): void => window.cancelAnimationFrame(frame),
  };
}

const COMPOSING: { readonly [type: string]: 'start' | 'update' | 'insert' } = {
  compositionstart: 'start',
  compositionupdate: 'update',
  beforeinput: 'insert',
};

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
