import { commandDigits, quantityDigits } from '../../../shared/domain/commands/command-code.ts';
import { type CommandId, COMMANDS } from '../../../shared/domain/commands/command-list.ts';

/** One barcode of the printed sheet. */
export type SheetEntry = { readonly digits: string } & (
  | { readonly command: CommandId; readonly key: string }
  | { readonly quantity: number }
);

/** Quantities that are met often enough to have a barcode of their own; any other one is typed after F6. */
const QUANTITIES = [2, 3, 5, 6, 10, 12] as const;
/** Two columns of five: with more on a page a scanner could hit the neighbour. */
const MOST_ON_PAGE = 10;

/** Everything that is printed, on as few pages as hold it, as evenly as they can: none is printed for a single code. */
export function sheetPages(): readonly (readonly SheetEntry[])[] {
  const commands = COMMANDS.flatMap(({ id, key }): SheetEntry[] => {
    const digits = commandDigits(id);
    return digits === null ? [] : [{ digits, command: id, key }];
  });
  const entries = [...commands, ...QUANTITIES.map((quantity) => ({ digits: quantityDigits(quantity), quantity }))];
  const pages = Math.ceil(entries.length / MOST_ON_PAGE);
  const perPage = Math.ceil(entries.length / pages);
  return Array.from({ length: pages }, (_, page) => entries.slice(page * perPage, (page + 1) * perPage));
}
