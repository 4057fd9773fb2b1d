import { ok } from '../../../shared/kernel/result.ts';
import { type OnlineCommand, word } from '../command.ts';

export const settingCommands: readonly OnlineCommand[] = [
  {
    words: 'settings set',
    positionals: ['KEY', 'VALUE'],
    options: {},
    run: async ({ client, args, text }) => {
      const key = word(args, 0);
      const settings = await client.settings.set({ key, value: word(args, 1) });
      if (!settings.ok) return settings;
      const value = Object.entries(settings.value).find(([name]) => name === key)?.[1];
      return ok({ exit: 0, json: settings.value, lines: [text.settings.changed(key, String(value))] });
    },
  },
];
