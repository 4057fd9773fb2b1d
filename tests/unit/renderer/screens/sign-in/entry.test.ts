import { describe, expect, it } from 'vitest';
import { type Choices, type Entry, NOTHING_TYPED, pressEntry } from '../../../../../renderer/screens/sign-in/entry.ts';

const typed = (keys: readonly string[], choices: Choices, from: Entry = NOTHING_TYPED) =>
  keys.reduce((state, key) => pressEntry(state.entry, key, choices), { entry: from, outcome: null } as ReturnType<
    typeof pressEntry
  >);
const two: Choices = { people: ['ling', 'bo'], reasons: 0 };

describe('signing in by keys alone', () => {
  it('takes a number, then the PIN, and tries on Enter', () => {
    const { entry, outcome } = typed([...'2159263', 'Enter'], two);
    expect(entry).toMatchObject({ picked: 'bo', pin: '159263' });
    expect(outcome).toBe('submit');
  });

  it('asks for as many digits as the last person’s number has', () => {
    const people = Array.from({ length: 12 }, (_person, index) => `p${index + 1}`);
    expect(typed(['1'], { people, reasons: 0 }).entry).toMatchObject({ picked: null, number: '1' });
    expect(typed(['1', '2'], { people, reasons: 0 }).entry.picked).toBe('p12');
    expect(typed(['0', '7'], { people, reasons: 0 }).entry.picked).toBe('p7');
  });

  it('picks nobody for a number that is not on the list, and tries nothing without a PIN', () => {
    expect(typed(['9'], two).entry).toEqual(NOTHING_TYPED);
    expect(typed(['1', 'Enter'], two).outcome).toBeNull();
  });

  it('asks a reason between person and PIN where one is wanted', () => {
    const choices = { ...two, reasons: 6 };
    expect(typed(['1', '9'], choices).entry).toMatchObject({ reason: null, pin: '' });
    expect(typed(['1', '3', '8'], choices).entry).toEqual({ picked: 'ling', number: '', reason: 2, pin: '8' });
  });

  it('goes one step back with Backspace, to the start with Escape, and out with a second Escape', () => {
    const choices = { ...two, reasons: 6 };
    expect(typed(['1', '3', '8', 'Backspace'], choices).entry).toMatchObject({ reason: 2, pin: '' });
    expect(typed(['1', '3', 'Backspace'], choices).entry).toMatchObject({ picked: 'ling', reason: null });
    expect(typed(['1', '3', '8', 'Escape'], choices)).toEqual({ entry: NOTHING_TYPED, outcome: null });
    expect(typed(['Escape'], choices).outcome).toBe('leave');
  });
});
