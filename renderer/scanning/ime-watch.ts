import { type Run, RUN_GAP_MS } from './burst.ts';

/** What an input method has shown as being composed, or put in by itself, lately. */
export type Composed = { readonly done: string; readonly now: string; readonly atMs: number };

export const nothingComposed: Composed = { done: '', now: '', atMs: Number.NEGATIVE_INFINITY };

/** An input method opened a composition, shows `data` in the one it has open, or put `data` in without one. */
export function compose(before: Composed, kind: 'start' | 'update' | 'insert', data: string, atMs: number): Composed {
  const { done, now } = atMs - before.atMs > RUN_GAP_MS ? nothingComposed : before;
  if (kind === 'start') return { done: done + now, now: '', atMs };
  if (kind === 'insert') return { done: done + data, now, atMs };
  // A composition shrinks when its letters become one sign: the longest form says how many letters went in.
  return { done, now: data.length > now.length ? data : now, atMs };
}

/** What a scanner's run of keys stands for, and whether an input method was in the way. */
export type ReadCode = { readonly text: string; readonly ime: 'none' | 'rebuilt' | 'unreliable' };

const CODE = /^[\x1d\x20-\x7e]+$/;

/**
 * Decides between the keys as the page saw them and the physical keys. Where an input method composed more than it was seen
 * to take, characters are missing from both: then nothing is trusted.
 */
export function readRun(run: Run, composed: Composed): ReadCode {
  const during = composed.atMs >= run.startedAtMs - RUN_GAP_MS;
  if (!run.rebuilt && !during && CODE.test(run.text)) return { text: run.text, ime: 'none' };
  const made = during ? composed.done + composed.now : '';
  const swallowed = KINDS.some(({ made: kind, from }) => count(made, kind) > count(run.taken, from));
  if (!swallowed && run.coded !== null && CODE.test(run.coded)) return { text: run.coded, ime: 'rebuilt' };
  return { text: run.text, ime: 'unreliable' };
}

/** What a composition is made of, and the keys that can account for it. A Chinese sign stands for at least one of them. */
const KINDS: readonly { readonly made: RegExp; readonly from: RegExp }[] = [
  { made: /[0-9０-９]/g, from: /\d/g },
  { made: /[a-z]/gi, from: /[a-z]/gi },
  { made: /[^0-9０-９\s'’]/gu, from: /\D/g },
];
const count = (text: string, kind: RegExp): number => text.match(kind)?.length ?? 0;
