import { extname } from 'node:path';
import { OpStateSchema } from '../../../shared/domain/op.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { askedLanguage } from '../asked-language.ts';
import { type OnlineCommand, option, word } from '../command.ts';
import { usageProblem } from '../usage-problem.ts';

/** The outbox as a file for a spreadsheet program. */
export const exportCommands: readonly OnlineCommand[] = [
  {
    words: 'export',
    positionals: ['FILE.csv|FILE.xlsx'],
    options: { state: 'S', search: 'TEXT', lang: 'zh|en' },
    run: async ({ client, args, language, text, saveFile }) => {
      const path = word(args, 0);
      const format = FORMATS[extname(path).toLowerCase()];
      if (format === undefined) return usageProblem(text.export.unknownFormat(path));
      const asked = askedLanguage(args, language, text);
      if (!asked.ok) return asked;
      const state = option(args, 'state');
      const states = state === '' ? undefined : OpStateSchema.safeParse(state).data;
      if (state !== '' && states === undefined)
        return usageProblem(text.outbox.unknownState(state, OpStateSchema.options.join(', ')));
      const exported = await client.outbox.export({
        format,
        language: asked.value,
        search: option(args, 'search'),
        ...(states === undefined ? {} : { states: [states] }),
      });
      if (!exported.ok) return exported;
      const { fileId, rows, whole } = exported.value;
      const saved = saveFile(fileId, path);
      if (!saved.ok) return saved;
      const told = whole ? text.export.done(rows, saved.value) : text.export.cut(rows, saved.value);
      return ok({ exit: whole ? 0 : 1, json: { file: saved.value, rows, whole }, lines: [told] });
    },
  },
];

const FORMATS: Readonly<Record<string, 'csv' | 'xlsx'>> = { '.csv': 'csv', '.xlsx': 'xlsx' };
