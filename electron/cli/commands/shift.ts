import type { Problem } from '../../../shared/contract/problem.ts';
import type { ShiftReport, ShiftView } from '../../../shared/contract/shift.ts';
import { normaliseWaybill } from '../../../shared/domain/waybill.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { checkResultWords, checkWords, differenceWords, parcelWords } from '../../../shared/messages/shift-words.ts';
import { askedLanguage } from '../asked-language.ts';
import { type CommandContext, type CommandOutput, type OnlineCommand, option, word } from '../command.ts';
import { momentWords } from '../tell-recovery.ts';
import { textTable } from '../text-table.ts';
import { usageProblem } from '../usage-problem.ts';

type Output = Promise<Result<CommandOutput, Problem>>;

/** Start, hand-over and close of a shift, as the page has them. */
export const shiftCommands: readonly OnlineCommand[] = [
  { words: 'shift show', positionals: [], options: {}, run: show },
  {
    words: 'shift start',
    positionals: [],
    options: { note: 'TEXT' },
    run: async (context) => {
      const { client, args } = context;
      const started = await client.shift.start({ sound: 'skipped', scan: 'skipped', note: option(args, 'note') });
      return started.ok ? ok({ exit: 0, json: started.value, lines: shiftLines(started.value, context) }) : started;
    },
  },
  { words: 'shift hand-over', positionals: ['WAYBILL'], options: {}, run: handOver },
  {
    words: 'shift take-back',
    positionals: ['WAYBILL'],
    options: {},
    run: async ({ client, args, text }) => {
      const waybill = normaliseWaybill(word(args, 0));
      const board = await client.shift.undoHandOver({ waybill });
      return board.ok ? ok({ exit: 0, json: board.value, lines: [text.shift.undone(waybill)] }) : board;
    },
  },
  { words: 'shift note', positionals: ['KEY'], options: { text: 'TEXT', owner: 'NAME', settled: true }, run: note },
  {
    words: 'shift close',
    positionals: [],
    options: { note: 'TEXT' },
    run: async (context) => {
      const { client, args, text } = context;
      const closed = await client.shift.close({ note: option(args, 'note') });
      if (!closed.ok) return closed;
      const { id, report, audit } = closed.value;
      const lines = [...reportLines(report, context), text.shift.closed(id, audit.fingerprint)];
      return ok({ exit: 0, json: closed.value, lines });
    },
  },
  { words: 'shift list', positionals: [], options: {}, run: list },
  { words: 'shift export', positionals: ['FILE.csv'], options: { id: 'ID', lang: 'zh|en' }, run: exportShift },
];

async function show(context: CommandContext): Output {
  const now = await context.client.shift.now({});
  if (!now.ok) return now;
  const { shift, report } = now.value;
  const head = shift === null ? [context.text.shift.none] : shiftLines(shift, context);
  return ok({ exit: 0, json: now.value, lines: [...head, ...reportLines(report, context)] });
}

/** Ends with 1 for everything the courier may not take, so that a script that feeds labels stops there. */
async function handOver({ client, args, text }: CommandContext): Output {
  const handed = await client.shift.handOver({ text: word(args, 0) });
  if (!handed.ok) return handed;
  const { verdict, waybill } = handed.value;
  const leaves = verdict === 'handed' || verdict === 'repeated';
  return ok({ exit: leaves ? 0 : 1, json: handed.value, lines: [`${waybill} ${text.shift.verdicts[verdict]}`] });
}

async function note({ client, args, text }: CommandContext): Output {
  const { text: said, owner, settled } = args.options;
  if (typeof said !== 'string' && typeof owner !== 'string' && settled !== true)
    return usageProblem(text.shift.nothingToNote);
  const noted = await client.shift.noteDifference({
    key: word(args, 0),
    ...(typeof said === 'string' ? { note: said } : {}),
    ...(typeof owner === 'string' ? { owner } : {}),
    ...(settled === true ? { settled } : {}),
  });
  return noted.ok ? ok({ exit: 0, json: noted.value, lines: [text.shift.noted] }) : noted;
}

async function list({ client, text }: CommandContext): Output {
  const told = await client.shift.list({});
  if (!told.ok) return told;
  const rows = told.value.shifts.map(({ closedAt, startedBy, closedBy, figures, id }) => {
    const { packed, handed, confirmed, differences } = figures;
    return [momentWords(closedAt), startedBy, closedBy, packed, handed, confirmed, differences, id];
  });
  return ok({ exit: 0, json: told.value.shifts, lines: textTable(text.shift.listHeader, rows) });
}

async function exportShift({ client, args, language, text, saveFile }: CommandContext): Output {
  const path = word(args, 0);
  if (!path.toLowerCase().endsWith('.csv')) return usageProblem(text.shift.csvOnly(path));
  const asked = askedLanguage(args, language, text);
  if (!asked.ok) return asked;
  const id = option(args, 'id');
  const exported = await client.shift.export({ id: id === '' ? null : id, language: asked.value });
  if (!exported.ok) return exported;
  const saved = saveFile(exported.value.fileId, path);
  if (!saved.ok) return saved;
  const { rows } = exported.value;
  return ok({ exit: 0, json: { file: saved.value, rows }, lines: [text.export.done(rows, saved.value)] });
}

const shiftLines = ({ startedBy, startedAt, checks, note: said }: ShiftView, { text, language }: CommandContext) => [
  text.shift.running(startedBy, momentWords(startedAt)),
  ...(said === '' ? [] : [said]),
  ...textTable(
    text.shift.checkHeader,
    checks.map(({ check, result }) => [checkWords(check, language), checkResultWords(result, language)]),
  ),
];

function reportLines({ carriers, figures, differences }: ShiftReport, { text, language }: CommandContext) {
  const all = { ...figures, carrier: text.shift.total };
  const counts = [...carriers, all].map(({ carrier, packed, handed, confirmed }) => [
    ...[carrier === '' ? text.shift.noCourier : carrier, packed, handed, confirmed],
  ]);
  const rows = differences.map((parcel) => [
    ...[parcelWords(parcel, language), parcel.orderId, parcel.waybill, parcel.owner],
    parcel.difference === null ? '' : differenceWords(parcel.difference, language).todo,
    ...[parcel.note, parcel.key],
  ]);
  return [
    ...textTable(text.shift.carrierHeader, counts),
    text.shift.differences(figures.differences),
    ...textTable(text.shift.differenceHeader, rows),
  ];
}
