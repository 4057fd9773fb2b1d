import { MOST_PIN_DIGITS, numberWidth } from '../../../shared/domain/pin.ts';

/** What was typed so far at a sign-in: a person's number, then a reason where one is asked, then the PIN. */
export type Entry = {
  readonly picked: string | null;
  readonly number: string;
  readonly reason: number | null;
  readonly pin: string;
};

export type Choices = {
  /** Ids in the order they are numbered on screen, from 1. */
  readonly people: readonly string[];
  /** How many reasons are offered; 0 where none is asked. */
  readonly reasons: number;
};

/** What a key came to. `leave`: there was nothing left to take back. */
export type Pressed = { readonly entry: Entry; readonly outcome: 'submit' | 'leave' | null };

export const NOTHING_TYPED: Entry = { picked: null, number: '', reason: null, pin: '' };

/** The sign-in by keys alone: digits for whatever is asked next, Backspace one step back, Escape to the start, Enter to try. */
export function pressEntry(entry: Entry, key: string, choices: Choices): Pressed {
  if (/^\d$/.test(key)) return stay(typeDigit(entry, key, choices));
  if (key === 'Backspace') return stay(stepBack(entry));
  if (key === 'Escape') return isEmpty(entry) ? { entry, outcome: 'leave' } : stay(NOTHING_TYPED);
  if (key === 'Enter' && entry.picked !== null && entry.pin !== '') return { entry, outcome: 'submit' };
  return stay(entry);
}

const stay = (entry: Entry): Pressed => ({ entry, outcome: null });

const isEmpty = ({ picked, number, pin }: Entry): boolean => picked === null && number === '' && pin === '';

function typeDigit(entry: Entry, digit: string, { people, reasons }: Choices): Entry {
  if (entry.picked === null) {
    const number = entry.number + digit;
    if (number.length < numberWidth(people.length)) return { ...entry, number };
    return { ...entry, number: '', picked: people[Number(number) - 1] ?? null };
  }
  if (reasons > 0 && entry.reason === null) {
    const reason = Number(digit) - 1;
    return reason >= 0 && reason < reasons ? { ...entry, reason } : entry;
  }
  return { ...entry, pin: (entry.pin + digit).slice(0, MOST_PIN_DIGITS) };
}

function stepBack(entry: Entry): Entry {
  if (entry.pin !== '') return { ...entry, pin: entry.pin.slice(0, -1) };
  if (entry.reason !== null) return { ...entry, reason: null };
  return NOTHING_TYPED;
}
