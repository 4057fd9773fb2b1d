import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  commandForKey,
  COMMANDS,
  type CommandSituation,
  isAllowed,
} from '../../../shared/domain/commands/command-list.ts';
import { commandWords } from '../../../shared/messages/command-words.ts';

const situation: fc.Arbitrary<CommandSituation> = fc.record({
  step: fc.constantFrom('order', 'items', 'serial', 'waybill', 'carrier', 'confirm-none', 'saved'),
  stopped: fc.boolean(),
  question: fc.constantFrom(null, 'close-order', 'second-order', 'unknown-code'),
  order: fc.boolean(),
  unsavedPieces: fc.nat(5),
  weighs: fc.boolean(),
  photographs: fc.boolean(),
  lacksPhoto: fc.boolean(),
  offer: fc.boolean(),
  maybeWaybill: fc.boolean(),
  pending: fc.boolean(),
});

describe('the commands of the bench', () => {
  it('have a key and words in both languages, each its own', () => {
    for (const { id, key } of COMMANDS) {
      expect(key).not.toBe('');
      for (const language of ['zh-CN', 'en'] as const) expect(commandWords(id, language).does).not.toBe('');
    }
    for (const language of ['zh-CN', 'en'] as const)
      expect(new Set(COMMANDS.map(({ id }) => commandWords(id, language).label)).size).toBe(COMMANDS.length);
  });

  it('never leave a key with two meanings at once', () => {
    fc.assert(
      fc.property(situation, (now) => {
        for (const { key } of COMMANDS)
          expect(COMMANDS.filter((command) => command.key === key && command.allowed(now)).length).toBeLessThan(2);
      }),
    );
  });

  it('give Enter and Space no meaning at all', () => {
    fc.assert(
      fc.property(situation, (now) => {
        for (const key of ['Enter', 'NumpadEnter', 'Space', ' ']) expect(commandForKey(key, now)).toBeNull();
      }),
    );
  });

  it('leave only the acknowledgement, what changes nothing, and the photo that is missing, while an error stops the line', () => {
    fc.assert(
      fc.property(situation, (now) => {
        const stopped = { ...now, stopped: true, offer: false, maybeWaybill: false };
        const open = COMMANDS.filter(({ id }) => isAllowed(id, stopped)).map(({ id }) => id);
        expect(open.toSorted()).toEqual([
          'acknowledge',
          'help',
          ...(now.lacksPhoto ? ['photo'] : []),
          'repeat',
          'type',
        ]);
      }),
    );
  });
});
