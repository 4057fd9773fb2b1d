import type { PackingView } from '../../../shared/contract/packing.ts';
import type { BenchAct } from '../../state/bench-input.ts';
import type { Carrier } from '../../../shared/domain/carrier.ts';
import { COMMANDS, type CommandSituation } from '../../../shared/domain/commands/command-list.ts';

/** What decides which commands mean something now, read from the bench on screen. */
export const situationOf = (view: PackingView): CommandSituation => ({
  step: view.step,
  stopped: view.blocked !== null,
  question: view.question?.kind ?? null,
  order: view.order !== null,
  unsavedPieces: unsavedPieces(view),
  weighs: view.order?.weighing !== undefined,
  photographs: view.order?.photo !== undefined,
  lacksPhoto: view.blocked?.problem.code === 'photo-missing',
  offer: view.blocked?.offer !== undefined,
  maybeWaybill: view.maybeWaybill !== undefined,
  pending:
    view.batch !== null ||
    view.quantity !== null ||
    view.moving ||
    view.parked.item !== null ||
    view.parked.waybill !== null,
});

/** Pieces in boxes that are not saved yet. */
export const unsavedPieces = (view: PackingView): number =>
  view.packages
    .filter(({ state }) => state !== 'saved')
    .flatMap(({ items }) => items)
    .reduce((sum, { quantity }) => sum + quantity, 0);

/** The letters that are a command now, as both cases send them. A letter that means nothing stays ordinary typing. */
export const letterKeys = (now: CommandSituation): readonly string[] =>
  COMMANDS.filter(({ key, allowed }) => key.length === 1 && allowed(now)).flatMap(({ key }) => [
    key,
    key.toLowerCase(),
  ]);

/** What the digits 1, 2, … do now: answer the question, or pick one of the carriers shown. */
export const choiceActs = (
  { question, carrierChoice }: PackingView,
  carriers: readonly Carrier[],
): readonly BenchAct[] =>
  question?.options.map(({ id }) => ({ action: 'answer', option: id })) ??
  (carrierChoice === null ? [] : carriers.map(({ code }) => ({ action: 'pick-carrier', code })));
