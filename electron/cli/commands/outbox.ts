import type { OpRow, OpStory } from '../../../shared/contract/outbox.ts';
import type { Problem } from '../../../shared/contract/problem.ts';
import { type OpState, OpStateSchema } from '../../../shared/domain/op.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import { type CommandContext, type CommandOutput, type OnlineCommand, option, word } from '../command.ts';
import { listedOp, opTable } from '../op-listing.ts';
import { textTable } from '../text-table.ts';
import { usageProblem } from '../usage-problem.ts';

const PAGE = 1000;
const DEFAULT_TIMEOUT_S = 60;

export const outboxCommands: readonly OnlineCommand[] = [
  {
    words: 'outbox drain',
    positionals: [],
    options: { 'until-idle': true, 'timeout-s': 'N' },
    run: drain,
  },
  {
    words: 'outbox list',
    positionals: [],
    options: { state: 'S' },
    run: async (context) => {
      const state = option(context.args, 'state');
      const states = state === '' ? undefined : OpStateSchema.safeParse(state).data;
      if (state !== '' && states === undefined)
        return usageProblem(context.text.outbox.unknownState(state, OpStateSchema.options.join(', ')));
      const rows = await allOps(context, states === undefined ? {} : { states: [states] });
      if (!rows.ok) return rows;
      const listed = rows.value.map((row) => listedOp(row, context.language));
      const lines = listed.length === 0 ? [context.text.outbox.empty] : opTable(listed, context.text);
      return ok({ exit: 0, json: listed, lines });
    },
  },
  {
    words: 'outbox show',
    positionals: ['ID'],
    options: {},
    run: async (context) => {
      const story = await context.client.outbox.story({ id: word(context.args, 0) });
      return story.ok ? ok({ exit: 0, json: story.value, lines: storyLines(story.value, context) }) : story;
    },
  },
  {
    words: 'outbox resolve',
    positionals: ['ID'],
    options: { as: 'shipped|not-shipped|cancel!', reason: 'TEXT!' },
    run: async (context) => {
      const { client, args, text, language } = context;
      const as = option(args, 'as');
      if (as !== 'shipped' && as !== 'not-shipped' && as !== 'cancel')
        return usageProblem(text.outbox.unknownResolution(as));
      const resolved = await client.outbox.resolve({ id: word(args, 0), as, reason: option(args, 'reason') });
      if (!resolved.ok) return resolved;
      const listed = listedOp(resolved.value, language);
      return ok({ exit: 0, json: listed, lines: opTable([listed], text) });
    },
  },
];

async function drain(context: CommandContext): Promise<Result<CommandOutput, Problem>> {
  const { client, args, text, language } = context;
  const seconds = option(args, 'timeout-s') || String(DEFAULT_TIMEOUT_S);
  if (!/^\d{1,4}$/.test(seconds) || Number(seconds) > 3600) return usageProblem(text.outbox.timeoutWrong);
  const before = await allOps(context, { needsYou: true });
  if (!before.ok) return before;
  const drained = await client.outbox.drain({
    untilIdle: args.options['until-idle'] === true,
    timeoutMs: Number(seconds) * 1000,
  });
  if (!drained.ok) return drained;
  const after = await allOps(context, { needsYou: true });
  if (!after.ok) return after;
  const known = new Set(before.value.map(({ id }) => id));
  const refused = after.value.filter(({ id }) => !known.has(id)).map((row) => listedOp(row, language));
  const { perState, timedOut } = drained.value;
  return ok({
    exit: timedOut || refused.length > 0 ? 1 : 0,
    json: { perState, timedOut, refused },
    lines: [
      timedOut ? text.outbox.timedOut : text.outbox.drained,
      text.outbox.counts,
      ...textTable(text.outbox.countHeader, countRows(perState)),
      ...(refused.length === 0 ? [] : [text.outbox.needsYou(refused.length), ...opTable(refused, text)]),
    ],
  });
}

const countRows = (perState: Readonly<Record<OpState, number>>): (string | number)[][] =>
  OpStateSchema.options.filter((state) => perState[state] > 0).map((state) => [state, perState[state]]);

/** Every row, page after page. */
async function allOps(
  { client }: CommandContext,
  which: { states?: OpState[]; needsYou?: true } = {},
): Promise<Result<readonly OpRow[], Problem>> {
  const rows: OpRow[] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof client.outbox.list>> = await client.outbox.list({
      limit: PAGE,
      after,
      ...which,
    });
    if (!page.ok) return page;
    rows.push(...page.value.rows);
    if (page.value.next === null) return ok(rows);
    after = page.value.next;
  }
}

function storyLines(story: OpStory, { text, language }: CommandContext): readonly string[] {
  const section = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', title, ...lines];
  const listed = listedOp(story.row, language);
  return [
    ...opTable([listed], text),
    ...section(
      text.outbox.attempts,
      textTable(
        text.outbox.attemptHeader,
        story.attempts.map(({ no, startedAt, phase, httpStatus, code, message, verdict }) => [
          no,
          startedAt,
          phase,
          httpStatus ?? '',
          code ?? '',
          message,
          verdict,
        ]),
      ),
    ),
    ...section(
      text.outbox.readBacks,
      textTable(
        text.outbox.readBackHeader,
        story.readBacks.map(({ at, result, detail }) => [at, result, detail]),
      ),
    ),
    ...section(
      text.outbox.history,
      textTable(
        text.outbox.historyHeader,
        story.history.map(({ at, actor, from, to, detail }) => [at, actor, from, to, detail]),
      ),
    ),
  ];
}
