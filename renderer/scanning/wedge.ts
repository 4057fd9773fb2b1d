import type { ScanTiming } from '../../shared/contract/scans.ts';
import { altNumpadChar } from './alt-numpad.ts';
import {
  continues,
  growRun,
  isBurst,
  type Run,
  type RunChar,
  STALL_MS,
  startRun,
  timingOf,
  WIRED_MS,
} from './burst.ts';
import { type Composed, nothingComposed, readRun } from './ime-watch.ts';
import { composedChar, controlChar, type KeyPress, keyChar } from './key-char.ts';

/** Where the keyboard's focus is: nowhere that takes text, on a button, or in a text field. */
export type FocusPlace = 'nothing' | 'control' | 'field';

export type WedgeState = {
  /** Keys older than the current run that no Enter has ended. */
  readonly before: string;
  readonly run: Run | null;
  readonly place: FocusPlace;
  /** When the last code was ended: the LF of a CR LF follows at once. */
  readonly endedAtMs: number;
  /** Digits of the number pad while Alt is held. */
  readonly altDigits: string;
  /** When Caps Lock was pressed as the last key of a code; some scanners end with it. */
  readonly capsAtMs: number | null;
  /** What an input method showed as being composed. */
  readonly composed: Composed;
  /** Gap in ms that this bench's scanner was measured to stay below. */
  readonly thresholdMs: number;
  /** Keys went elsewhere until then, to no page or another window: a code that begins close behind may lack its head. */
  readonly deafUntilMs: number;
};

/** One code, and how it was typed. Times in ms on the page's clock. */
export type WedgeScan = {
  readonly kind: 'scan';
  readonly text: string;
  readonly by: 'scanner' | 'keyboard';
  readonly ime: 'none' | 'rebuilt' | 'unreliable';
  readonly startedAtMs: number;
  readonly endedAtMs: number;
  readonly timing: ScanTiming;
  readonly style: RunChar['style'];
  /** False where its first keys may have gone elsewhere. */
  readonly whole: boolean;
};

export type WedgeOutput =
  | WedgeScan
  /** Keys that never saw an Enter; `burst` tells how, when a scanner typed them. */
  | { readonly kind: 'leftover'; readonly text: string; readonly burst: Omit<WedgeScan, 'kind' | 'text' | 'by'> | null }
  /** A single key that stayed alone and that the bench has a use for now. */
  | { readonly kind: 'lone'; readonly key: string }
  /** A function key or Escape that is not part of a code. */
  | { readonly kind: 'command'; readonly code: string };

export type WedgeStep = {
  readonly state: WedgeState;
  readonly outputs: readonly WedgeOutput[];
  /** The page must not act on this key. */
  readonly swallow: boolean;
  /** The code was typed into a text field and has to be taken out of it again. */
  readonly lift: boolean;
};

export const emptyWedge = (place: FocusPlace = 'nothing', thresholdMs = WIRED_MS): WedgeState => ({
  before: '',
  run: null,
  place,
  endedAtMs: Number.NEGATIVE_INFINITY,
  altDigits: '',
  capsAtMs: null,
  composed: nothingComposed,
  thresholdMs,
  deafUntilMs: Number.NEGATIVE_INFINITY,
});

/** What is typed but not ended yet, for the echo on screen; a field shows its own text. */
export const pendingText = (state: WedgeState): string =>
  state.place === 'field' ? '' : state.before + (state.run?.text ?? '');

/** Keys after which a scanner's next one is still part of the same code, whatever it is. */
const IN_CODE_MS = 60;
const SILENT_KEY = /^(?:Shift|Control|Alt|Meta|CapsLock|NumLock|ScrollLock|AltGraph|Dead)$/;
/** F5 stays the browser's: reloading loses nothing, the bench is kept by the backend. */
const COMMAND = /^(?:F(?:[1-46-9]|10)|Escape)$/;

/** Caps Lock with this much silence after it was a code's end, and not a scanner switching to capitals. */
export const CAPS_END_MS = 150;

/** One key press through the wedge. Pure: the same presses always give the same codes. */
export function pressKey(previous: WedgeState, press: KeyPress, place: FocusPlace): WedgeStep {
  const ended = endByCapsLock(previous, press.atMs);
  const moved = moveFocus(ended.state, place);
  const alt = takeAltDigits(moved.state, press);
  const step = alt.done ? pass(alt.state, place !== 'field') : judgeKey(alt.state, press);
  return { ...step, lift: step.lift || ended.lift, outputs: [...ended.outputs, ...moved.outputs, ...step.outputs] };
}

/** Collects digits typed with Alt; the next key that is no such digit, Alt itself included, makes them a character. */
function takeAltDigits(state: WedgeState, press: KeyPress): { readonly state: WedgeState; readonly done: boolean } {
  const digit = press.alt && !press.ctrl ? /^Numpad(\d)$/.exec(press.code)?.[1] : undefined;
  if (digit !== undefined) return { state: { ...state, altDigits: state.altDigits + digit }, done: true };
  if (state.altDigits === '') return { state, done: false };
  const char = altNumpadChar(state.altDigits);
  const rest = { ...state, altDigits: '' };
  return {
    state: char === null ? rest : addChar(rest, composedChar(char, 'alt-numpad'), press.atMs).state,
    done: false,
  };
}

function judgeKey(state: WedgeState, press: KeyPress): WedgeStep {
  if (press.repeat) return pass(state, pendingText(state) !== '' && isEnd(press));
  const inCode = state.run !== null && press.atMs - state.run.lastAtMs <= IN_CODE_MS;
  if (press.key === 'CapsLock' || press.code === 'CapsLock')
    return pass({ ...state, capsAtMs: inCode && state.run !== null && isBurst(state.run) ? press.atMs : null });
  if (SILENT_KEY.test(press.key)) return pass(state);
  if (isEnd(press)) return endCode(state, press.atMs, press.code === 'Tab' ? 'tab' : 'enter');
  const control = inCode ? (press.code === 'F8' ? '\x1d' : controlChar(press)) : null;
  if (control !== null) return addChar(state, composedChar(control), press.atMs);
  if (press.code === 'Backspace' || press.code === 'Escape' || COMMAND.test(press.code)) return editKey(state, press);
  const typed = keyChar(press);
  if (!typed) return pass(state);
  if (state.place === 'control' && typed.char === ' ' && pendingText(state) === '') return pass(state);
  return addChar(state, typed, press.atMs);
}

/** Time passing without a key: a lone key is handed over, a code without Enter is given up. */
export function letTimePass(state: WedgeState, atMs: number, claimed: ReadonlySet<string>): WedgeStep {
  const ended = endByCapsLock(state, atMs);
  if (ended.state !== state) return ended;
  const { run } = state;
  if (!run || state.place === 'field') return pass(state);
  // A page's clock counts tenths: their difference may fall a hair short of the time that was waited.
  const silence = Math.round(atMs - run.lastAtMs);
  const forget = { ...state, before: '', run: null };
  if (silence >= LONE_MS && state.before === '' && run.keys === 1 && claimed.has(run.text))
    return { ...pass(forget), outputs: [{ kind: 'lone', key: run.text }] };
  if (silence > STALL_MS && isBurst(run))
    return { ...pass(forget), outputs: [...leftover(state.before), unended(state, run)] };
  return pass(state);
}

function endByCapsLock(state: WedgeState, atMs: number): WedgeStep {
  const { capsAtMs } = state;
  return capsAtMs !== null && Math.round(atMs - capsAtMs) >= CAPS_END_MS
    ? endCode(state, capsAtMs, 'caps-lock')
    : pass(state);
}

/** How long a key must stay alone before it counts as pressed by hand. */
export const LONE_MS = 300;
/** After this much silence nothing more happens by itself. */
export const QUIET_MS = STALL_MS + 1;

function addChar(previous: WedgeState, char: RunChar, atMs: number): WedgeStep {
  const state = { ...previous, capsAtMs: null };
  const swallow = state.place !== 'field';
  const { run } = state;
  if (run && continues(run, atMs)) return pass({ ...state, run: growRun(run, char, atMs) }, swallow);
  const before = state.place === 'field' ? '' : pendingText(state);
  const { thresholdMs, deafUntilMs } = state;
  const whole = atMs - deafUntilMs > thresholdMs;
  return pass({ ...state, before, run: startRun(char, atMs, { thresholdMs, whole }) }, swallow);
}

const isEnd = (press: KeyPress): boolean =>
  press.key === 'Enter' || press.code === 'Enter' || press.code === 'NumpadEnter' || press.code === 'Tab';

function endCode(previous: WedgeState, atMs: number, suffix: ScanTiming['suffix']): WedgeStep {
  const state = { ...previous, capsAtMs: null };
  const { run, before } = state;
  const inField = state.place === 'field';
  if (!run && before === '') return pass(state, atMs - state.endedAtMs <= IN_CODE_MS);
  const burst = run !== null && isBurst(run) && continues(run, atMs);
  if (!burst && inField) return pass({ ...state, run: null });
  if (!burst && suffix !== 'enter') return pass(state);
  const how = { startedAtMs: run?.startedAtMs ?? atMs, endedAtMs: atMs, style: run?.style ?? 'row' } as const;
  const scan: WedgeScan = burst
    ? {
        kind: 'scan',
        by: 'scanner',
        ...readRun(run, state.composed),
        ...how,
        whole: run.whole,
        timing: timingOf(run, suffix),
      }
    : {
        ...{ kind: 'scan', by: 'keyboard', text: before + (run?.text ?? ''), ime: 'none', whole: true, ...how },
        timing: { keys: run?.keys ?? 0, medianMs: 0, p95Ms: 0, suffix },
      };
  return {
    state: { ...state, before: '', run: null, endedAtMs: atMs, composed: nothingComposed },
    outputs: burst ? [...leftover(before), scan] : [scan],
    swallow: true,
    lift: inField,
  };
}

/** Backspace and Escape work on what is typed with nothing focused; otherwise they, and the F keys, are commands. */
function editKey(state: WedgeState, press: KeyPress): WedgeStep {
  const pending = pendingText(state);
  const isCommand = COMMAND.test(press.code) && (press.code !== 'Escape' || pending === '');
  if (isCommand && !press.ctrl && !press.alt && !press.meta)
    return { ...pass(state, press.code !== 'Escape'), outputs: [{ kind: 'command', code: press.code }] };
  if (state.place === 'field') return pass({ ...state, before: '', run: null });
  if (pending === '') return pass(state);
  const kept = press.code === 'Escape' ? '' : pending.slice(0, -1);
  return pass({ ...state, before: kept, run: null }, true);
}

/** Keys typed in a field stay the field's own; keys typed outside are handed over when the focus enters one. */
function moveFocus(state: WedgeState, place: FocusPlace): WedgeStep {
  if ((state.place === 'field') === (place === 'field')) return pass({ ...state, place });
  return {
    ...pass({
      ...emptyWedge(place, state.thresholdMs),
      endedAtMs: state.endedAtMs,
      composed: state.composed,
      // Half a code stays where it was typed; the other half is no code.
      deafUntilMs: state.run?.lastAtMs ?? state.deafUntilMs,
    }),
    outputs: leftover(pendingText(state)),
  };
}

const leftover = (text: string): readonly WedgeOutput[] =>
  text === '' ? [] : [{ kind: 'leftover', text, burst: null }];

function unended(state: WedgeState, run: Run): WedgeOutput {
  const { text, ime } = readRun(run, state.composed);
  const { startedAtMs, lastAtMs: endedAtMs, style, whole } = run;
  const timing = timingOf(run, 'none');
  return { kind: 'leftover', text, burst: { ime, startedAtMs, endedAtMs, style, whole, timing } };
}

const pass = (state: WedgeState, swallow = false): WedgeStep => ({ state, outputs: [], swallow, lift: false });
