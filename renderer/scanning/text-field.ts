import { isSink } from './sink-field.ts';
import type { FocusPlace } from './wedge.ts';

type TextField = HTMLInputElement | HTMLTextAreaElement;

const NOT_TEXT = new Set(['button', 'checkbox', 'radio', 'range', 'color', 'file', 'submit', 'reset', 'image']);

/** What a key press on `target` would do if nobody listened. */
export function focusPlace(target: EventTarget | null): FocusPlace {
  if (isSink(target)) return 'nothing';
  if (asTextField(target)) return 'field';
  if (!(target instanceof HTMLElement)) return 'nothing';
  if (target.isContentEditable) return 'field';
  return target.closest('button, a[href], select, summary, input, [role="button"], [role="option"], [role="tab"]')
    ? 'control'
    : 'nothing';
}

export function asTextField(target: EventTarget | null): TextField | null {
  if (isSink(target)) return null;
  if (target instanceof HTMLTextAreaElement) return target;
  return target instanceof HTMLInputElement && !NOT_TEXT.has(target.type) ? target : null;
}

/** Puts a text back into a field the way typing would, so that whoever controls the field learns of it. */
export function restoreText(field: TextField, text: string): void {
  const prototype = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement.prototype : HTMLInputElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
