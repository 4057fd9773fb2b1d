// @vitest-environment happy-dom
import { afterEach, describe, expect, it, onTestFinished } from 'vitest';
import { attachWedge } from '../../../../renderer/scanning/attach-wedge.ts';
import type { WedgeOutput } from '../../../../renderer/scanning/wedge.ts';

afterEach(() => document.body.replaceChildren());

/** Presses keys on `target` as a scanner does; fields take characters nobody kept from them. */
function press(target: HTMLElement, keys: readonly string[], gapMs: number, startMs = 1_000): readonly boolean[] {
  return keys.map((key, index) => {
    const code = key.length === 1 ? (/\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`) : key;
    const event = new KeyboardEvent('keydown', { key, code, bubbles: true, cancelable: true });
    Object.defineProperty(event, 'timeStamp', { value: startMs + index * gapMs });
    target.dispatchEvent(event);
    if (!event.defaultPrevented && target instanceof HTMLInputElement && key.length === 1) target.value += key;
    return event.defaultPrevented;
  });
}

function setup(onBench = true) {
  const outputs: WedgeOutput[] = [];
  const pending: string[] = [];
  const stop = attachWedge({
    window,
    onBench: () => onBench,
    claimed: () => new Set(),
    thresholdMs: () => 60,
    onKey: () => undefined,
    onCompose: () => undefined,
    onOutput: (output) => outputs.push(output),
    onPending: (text) => pending.push(text),
  });
  onTestFinished(stop);
  const scans = (): readonly string[] => outputs.flatMap((output) => (output.kind === 'scan' ? [output.text] : []));
  return { outputs, pending, scans };
}
const CODE = [...'YT1234567890123', 'Enter'];

function add<Tag extends 'input' | 'button'>(tag: Tag): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  document.body.append(element);
  element.focus();
  return element;
}

describe('on the bench', () => {
  it('reads a scan with nothing focused and keeps its keys from the page', () => {
    const { scans } = setup();
    expect(press(document.body, CODE, 8)).not.toContain(false);
    expect(scans()).toEqual(['YT1234567890123']);
  });

  it('lets no scan press the button that was clicked last', () => {
    const { scans } = setup();
    const button = add('button');
    expect(press(button, CODE, 8).at(-1)).toBe(true);
    expect(scans()).toEqual(['YT1234567890123']);
  });

  it('takes a scan out of a text field and gives the field its text back', () => {
    const { scans } = setup();
    const field = add('input');
    field.value = 'note';
    const heard: string[] = [];
    field.addEventListener('input', () => heard.push(field.value));
    press(field, CODE, 8);
    expect(scans()).toEqual(['YT1234567890123']);
    expect(field.value).toBe('note');
    expect(heard).toEqual(['note']);
  });

  it('leaves a field to a hand, whose Enter the field keeps', () => {
    const { scans } = setup();
    const field = add('input');
    expect(press(field, [...'7553', 'Enter'], 140)).not.toContain(true);
    expect(scans()).toEqual([]);
    expect(field.value).toBe('7553');
  });

  it('shows what is typed with nothing focused, once a frame', async () => {
    const { pending } = setup();
    press(document.body, [...'755'], 300);
    await new Promise(requestAnimationFrame);
    expect(pending).toEqual(['755']);
  });
});

describe('a scan whose first keys went elsewhere', () => {
  const wholeness = (outputs: readonly WedgeOutput[]): readonly boolean[] =>
    outputs.flatMap((output) => (output.kind === 'scan' ? [output.whole] : []));

  it('is known by the page coming up in the middle of it', () => {
    const { outputs } = setup();
    const upMs = performance.now();
    press(document.body, CODE.slice(3), 8, upMs + 5);
    press(document.body, CODE, 8, upMs + 1_000);
    expect(wholeness(outputs)).toEqual([false, true]);
  });

  it('is known by the window getting the focus in the middle of it', () => {
    const { outputs } = setup();
    const event = new Event('focus');
    Object.defineProperty(event, 'timeStamp', { value: 60_000 });
    window.dispatchEvent(event);
    press(document.body, CODE.slice(3), 8, 60_008);
    press(document.body, CODE, 8, 62_000);
    expect(wholeness(outputs)).toEqual([false, true]);
  });

  it.each([
    ['out of', 'input', 'body'],
    ['into', 'body', 'input'],
  ] as const)('is known by the focus moving %s a field in the middle of it', (_, from, to) => {
    const { outputs } = setup();
    const field = add('input');
    const targets = { input: field, body: document.body };
    press(targets[from], CODE.slice(0, 5), 8, 60_000);
    press(targets[to], CODE.slice(5), 8, 60_040);
    press(document.body, CODE, 8, 70_000);
    expect(wholeness(outputs)).toEqual([false, true]);
  });

  it('is known on other pages by the focus leaving a field in the middle of it', () => {
    const { outputs } = setup(false);
    press(add('input'), CODE.slice(0, 5), 8, 60_000);
    press(document.body, CODE.slice(5), 8, 60_040);
    expect(wholeness(outputs)).toEqual([false]);
  });
});

describe('on another page', () => {
  it('leaves what is scanned into a field where it is', () => {
    const { scans } = setup(false);
    const field = add('input');
    expect(press(field, CODE, 8)).not.toContain(true);
    expect(scans()).toEqual([]);
    expect(field.value).toBe('YT1234567890123');
  });

  it('still hears a scan with nothing focused, and keeps only its end from the page', () => {
    const { scans } = setup(false);
    const kept = press(document.body, CODE, 8);
    expect(kept.slice(0, -1)).not.toContain(true);
    expect(kept.at(-1)).toBe(true);
    expect(scans()).toEqual(['YT1234567890123']);
  });
});
