import { PinSchema } from '../../../shared/contract/operators.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { type OnlineCommand, word } from '../command.ts';
import { usageProblem } from '../usage-problem.ts';

/** People, from the machine itself. */
export const operatorCommands: readonly OnlineCommand[] = [
  {
    words: 'operators reset-pin',
    positionals: ['NAME'],
    options: {},
    asOwner: true,
    run: async ({ client, args, text, newPin }) => {
      const name = word(args, 0);
      const people = await client.operators.list({});
      if (!people.ok) return people;
      const person = people.value.find((each) => each.active && (each.name === name || each.badge === name));
      if (person === undefined) return err({ code: 'operator-not-found' });
      // Everybody else's PIN is an admin's to set, on the page.
      if (person.role !== 'admin') return usageProblem(text.operators.adminsOnly(person.name));
      const pin = await newPin();
      if (!pin.ok) return pin;
      const typed = PinSchema.safeParse(pin.value);
      if (!typed.success) return err({ code: 'pin-weak' });
      const set = await client.operators.setPin({ id: person.id, pin: typed.data });
      if (!set.ok) return set;
      return ok({ exit: 0, json: { name: person.name }, lines: [text.operators.pinReset(person.name)] });
    },
  },
];
