import { continues, growRun, isBurst, type Run, STALL_MS, startRun } from './burst.ts';
import { controlChar, type KeyPress, keyChar } from './key-char.ts';

/** Where the keyboard's focus is: nowhere that takes text, on a button, or in a text field. */
export type FocusPlace = 'nothing' | 'control' | 'field';

export type WedgeState = {
  /** Keys older than the current run that no Enter has ended. */
  readonly before: string;
  readonly run: Run | null;
  readonly place: FocusPlace;
  /** When the last code was ended: the LF of a CR LF follows at once. */
  readonly endedAtMs: number;
};

export type WedgeOutput =
  | { readonly kind: 'scan'; readonly text: string; readonly by: 'scanner' | 'keyboard'; readonly rebuilt: boolean }
  /** Keys that never saw an Enter; `burst` when a scanner typed them. */
  | { readonly kind: 'leftover'; readonly text: string; readonly burst: boolean }
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

export const emptyWedge = (place: FocusPlace = 'nothing'): WedgeState => ({
  before: '',
  run: null,
  place,
  endedAtMs: Number.NEGATIVE_INFINITY,
});

/** What is typed but not ended yet, for the echo on screen; a field shows its own text. */
export const pendingText = (state: WedgeState): string =>
  state.place === 'field' ? '' : state.before + (state.run?.text ?? '');

/** Keys after which a scanner's next one is still part of the same code, whatever it is. */
const IN_CODE_MS = 60;
const SILENT_KEY = /^(?:Shift|Control|Alt|Meta|CapsLock|NumLock|ScrollLock|AltGraph|Dead)$/;
/** F5 stays the browser's: reloading loses nothing, the bench is kept by the backend. */
const COMMAND = /^(?:F(?:[1-46-9]|10)|Escape)$/;

/** One key press through the wedge. Pure: the same presses always give the same codes. */
export function pressKey(previous: WedgeState, press: KeyPress, place: FocusPlace): WedgeStep {
  const moved = moveFocus(previous, place);
  const step = judgeKey(moved.state, press);
  return { ...step, outputs: [...moved.outputs, ...step.outputs] };
}

function judgeKey(state: WedgeState, press: KeyPress): WedgeStep {
  if (press.repeat) return pass(state, pendingText(state) !== '' && isEnd(press));
  if (SILENT_KEY.test(press.key)) return pass(state);
  if (isEnd(press)) return endCode(state, press);
  const inCode = state.run !== null && press.atMs - state.run.lastAtMs <= IN_CODE_MS;
  const control = inCode ? (press.code === 'F8' ? '\x1d' : controlChar(press)) : null;
  if (control !== null) return addChar(state, control, press.atMs, false);
  if (press.code === 'Backspace' || press.code === 'Escape' || COMMAND.test(press.code)) return editKey(state, press);
  const typed = keyChar(press);
  if (!typed) return pass(state);
  if (state.place === 'control' && typed.char === ' ' && pendingText(state) === '') return pass(state);
  return addChar(state, typed.char, press.atMs, typed.rebuilt);
}

/** Time passing without a key: a lone key is handed over, a code without Enter is given up. */
export function letTimePass(state: WedgeState, atMs: number, claimed: ReadonlySet<string>): WedgeStep {
  const { run } = state;
  if (!run || state.place === 'field') return pass(state);
  const silence = atMs - run.lastAtMs;
  const forget = { ...state, before: '', run: null };
  if (silence >= LONE_MS && state.before === '' && run.keys === 1 && claimed.has(run.text))
    return { ...pass(forget), outputs: [{ kind: 'lone', key: run.text }] };
  if (silence > STALL_MS && isBurst(run))
    return { ...pass(forget), outputs: [...leftover(state.before, false), ...leftover(run.text, true)] };
  return pass(state);
}

/** How long a key must stay alone before it counts as pressed by hand. */
export const LONE_MS = 300;
/** After this much silence nothing more happens by itself. */
export const QUIET_MS = STALL_MS + 1;

function addChar(state: WedgeState, char: string, atMs: number, rebuilt: boolean): WedgeStep {
  const swallow = state.place !== 'field';
  const { run } = state;
  if (run && continues(run, atMs)) return pass({ ...state, run: growRun(run, char, atMs, rebuilt) }, swallow);
  const before = state.place === 'field' ? '' : pendingText(state);
  return pass({ ...state, before, run: startRun(char, atMs, rebuilt) }, swallow);
}

const isEnd = (press: KeyPress): boolean =>
  press.key === 'Enter' || press.code === 'Enter' || press.code === 'NumpadEnter' || press.code === 'Tab';

function endCode(state: WedgeState, press: KeyPress): WedgeStep {
  const { run, before } = state;
  const inField = state.place === 'field';
  if (!run && before === '') return pass(state, press.atMs - state.endedAtMs <= IN_CODE_MS);
  const burst = run !== null && isBurst(run) && continues(run, press.atMs);
  if (!burst && inField) return pass({ ...state, run: null });
  if (!burst && press.code === 'Tab') return pass(state);
  const scan: WedgeOutput = {
    kind: 'scan',
    text: burst ? run.text : before + (run?.text ?? ''),
    by: burst ? 'scanner' : 'keyboard',
    rebuilt: run?.rebuilt ?? false,
  };
  return {
    state: { ...state, before: '', run: null, endedAtMs: press.atMs },
    outputs: burst ? [...leftover(before, false), scan] : [scan],
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
    ...pass({ ...emptyWedge(place), endedAtMs: state.endedAtMs }),
    outputs: leftover(pendingText(state), false),
  };
}

const leftover = (text: string, burst: boolean): readonly WedgeOutput[] =>
  text === '' ? [] : [{ kind: 'leftover', text, burst }];

const pass = (state: WedgeState, swallow = false): WedgeStep => ({ state, outputs: [], swallow, lift: false });
