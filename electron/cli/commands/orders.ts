import type { JobView } from '../../../shared/contract/job.ts';
import type { ImportKind } from '../../../shared/contract/orders.ts';
import { type Problem, ProblemSchema } from '../../../shared/contract/problem.ts';
import type { Order } from '../../../shared/domain/order.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { describeRowProblem } from '../../../shared/messages/describe-row-problem.ts';
import { type CommandContext, type CommandOutput, type OnlineCommand, option, word } from '../command.ts';
import { textTable } from '../text-table.ts';

export const orderCommands: readonly OnlineCommand[] = [
  {
    words: 'orders pull',
    positionals: [],
    options: { shop: 'NAME!' },
    run: async (context) => {
      const job = await context.client.orders.pull({ shop: option(context.args, 'shop'), wait: true });
      return job.ok ? jobOutput(job.value, context, context.text.orders.pulled) : job;
    },
  },
  {
    words: 'orders find',
    positionals: ['CODE'],
    options: { shop: 'NAME' },
    run: async ({ client, args, text }) => {
      const shop = option(args, 'shop');
      const found = await client.orders.lookUp({ code: word(args, 0), ...(shop === '' ? {} : { shop }) });
      if (!found.ok) return found;
      const rows = found.value.map((order) => [order.shop, order.orderId]);
      return ok({ exit: 0, json: found.value, lines: textTable(text.orders.foundHeader, rows) });
    },
  },
  importCommand('orders import', 'orders', ({ orders }) => orders.imported),
  {
    words: 'orders show',
    positionals: ['ORDER_ID'],
    options: { shop: 'NAME!' },
    run: async ({ client, args, text }) => {
      const order = await client.orders.show({ shop: option(args, 'shop'), orderId: word(args, 0) });
      return order.ok ? ok({ exit: 0, json: order.value, lines: orderLines(order.value, text) }) : order;
    },
  },
  importCommand('shipments import', 'shipments', ({ orders }) => orders.shipmentsSaved),
  importCommand('corrections import', 'corrections', ({ orders }) => orders.correctionsSaved),
];

function importCommand(
  words: string,
  kind: ImportKind,
  sentence: (text: CommandContext['text']) => (count: number) => string,
): OnlineCommand {
  return {
    words,
    positionals: ['FILE'],
    options: {},
    run: async (context) => {
      const file = context.putFile(word(context.args, 0));
      if (!file.ok) return file;
      const job = await context.client.orders.importFile({ kind, fileId: file.value, wait: true });
      return job.ok ? jobOutput(job.value, context, sentence(context.text)) : job;
    },
  };
}

/** A job that came to its end: what is in, and each refused row with its sentence. */
function jobOutput(
  job: JobView,
  { text, language }: CommandContext,
  sentence: (count: number) => string,
): Result<CommandOutput, Problem> {
  const problem = ProblemSchema.safeParse(job.problem);
  if (problem.success) return err(problem.data);
  const rows = job.rows.map((row) => ({ ...row, message: describeRowProblem(row, language) }));
  const refused =
    job.refused === 0
      ? []
      : [
          text.orders.rowsRefused(job.refused),
          ...textTable(
            text.orders.rowHeader,
            rows.map(({ row, message }) => [row, message]),
          ),
          ...(job.refused > rows.length ? [text.orders.rowsListed(rows.length)] : []),
        ];
  const { kind, accepted } = job;
  return ok({
    exit: job.refused === 0 ? 0 : 1,
    json: { kind, accepted, refused: job.refused, rows },
    lines: [sentence(accepted), ...refused],
  });
}

function orderLines(order: Order, text: CommandContext['text']): readonly string[] {
  const facts = [
    [text.orders.order, order.orderId],
    [text.orders.status, order.status],
    [text.orders.platformStatus, order.rawStatus],
    [text.orders.deadline, order.deadline ?? ''],
    [text.orders.flags, order.flags.join(', ')],
    [text.orders.note, order.note],
  ].filter(([, value]) => value !== '');
  const goods = order.lines.map((line) => [
    line.title,
    line.variant,
    line.productId,
    line.skuId,
    line.quantity,
    line.shippedQuantity,
    line.refundedQuantity,
  ]);
  const parcels = order.parcels.map((parcel) => [
    parcel.carrierName || parcel.carrierCode,
    parcel.waybill,
    parcel.items.reduce((sum, item) => sum + item.quantity, 0),
  ]);
  return [
    ...textTable(
      ['', ''],
      facts.map(([name = '', value = '']) => [name, value]),
    ).slice(1),
    ...textTable(text.orders.lineHeader, goods),
    ...textTable(text.orders.parcelHeader, parcels),
  ];
}
