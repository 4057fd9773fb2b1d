import { readFileSync } from 'node:fs';
import type { Problem } from '../../../shared/contract/problem.ts';
import { type ShopInput, ShopInputSchema, type ShopView } from '../../../shared/contract/shops.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';
import type { CommandContext, CommandOutput, OnlineCommand } from '../command.ts';
import { word } from '../command.ts';
import { textTable } from '../text-table.ts';

/** A clock further off than this makes signed calls fail and is said (RELIABILITY X10). */
const TOLERATED_SKEW_S = 60;

export const shopCommands: readonly OnlineCommand[] = [
  {
    words: 'shops add',
    positionals: ['FILE.json'],
    options: {},
    run: async ({ client, args, text }) => {
      const input = readShopFile(word(args, 0));
      if (!input.ok) return input;
      const added = await client.shops.add(input.value);
      return added.ok ? done(added.value, [text.shops.added(added.value.name)]) : added;
    },
  },
  {
    words: 'shops list',
    positionals: [],
    options: {},
    run: async ({ client, text }) => {
      const shops = await client.shops.list({});
      return shops.ok ? done(shops.value, shopTable(shops.value, text)) : shops;
    },
  },
  { words: 'shops test', positionals: ['NAME'], options: {}, run: testShop },
  {
    words: 'shops pause',
    positionals: ['NAME'],
    options: {},
    run: async ({ client, args, text }) => {
      const paused = await client.shops.pause({ shop: word(args, 0) });
      return paused.ok ? done(paused.value, [text.shops.nowPaused(paused.value.name)]) : paused;
    },
  },
  {
    words: 'shops resume',
    positionals: ['NAME'],
    options: {},
    run: async ({ client, args, text }) => {
      const resumed = await client.shops.resume({ shop: word(args, 0) });
      return resumed.ok ? done(resumed.value, [text.shops.nowActive(resumed.value.name)]) : resumed;
    },
  },
  {
    words: 'shops remove',
    positionals: ['NAME'],
    options: {},
    run: async ({ client, args, text }) => {
      const name = word(args, 0);
      const removed = await client.shops.remove({ shop: name });
      return removed.ok ? done({ removed: name }, [text.shops.removed(name)]) : removed;
    },
  },
];

export const carrierCommands: readonly OnlineCommand[] = [
  {
    words: 'carriers list',
    positionals: [],
    options: { shop: 'NAME!' },
    run: async ({ client, args, text }) => {
      const carriers = await client.shops.carriers({ shop: String(args.options['shop']) });
      if (!carriers.ok) return carriers;
      const rows = carriers.value.map(({ code, name }) => [code, name]);
      return done(carriers.value, rows.length === 0 ? [text.none] : textTable(text.carriers.header, rows));
    },
  },
];

const done = (json: unknown, lines: readonly string[]): Result<CommandOutput, Problem> => ok({ exit: 0, json, lines });

async function testShop({ client, args, text, language }: CommandContext): Promise<Result<CommandOutput, Problem>> {
  const name = word(args, 0);
  const tested = await client.shops.test({ shop: name });
  if (!tested.ok) return tested;
  const { carriers, clockSkewSeconds } = tested.value;
  const works = text.shops.works(name, carriers);
  if (clockSkewSeconds === null || Math.abs(clockSkewSeconds) <= TOLERATED_SKEW_S) return done(tested.value, [works]);
  const { title, action } = describeProblem({ code: 'clock-off', seconds: clockSkewSeconds }, language);
  return ok({ exit: 1, json: { ...tested.value, message: title, remedy: action }, lines: [works, title, action] });
}

/** The file of `shops add`. What is wrong with it is told by field, never by value: it holds a secret. */
function readShopFile(path: string): Result<ShopInput, Problem> {
  const invalid = (detail: string): Result<never, Problem> =>
    err({ code: 'shop-file-invalid', detail: detail.slice(0, 600) });
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    return error instanceof SyntaxError ? invalid('JSON') : err({ code: 'file-not-found', id: path.slice(0, 600) });
  }
  const parsed = ShopInputSchema.safeParse(json);
  if (parsed.success) return ok(parsed.data);
  const faults = parsed.error.issues.map((issue) =>
    [issue.path.join('.'), issue.code === 'unrecognized_keys' ? `${issue.keys.join(', ')}?` : issue.code]
      .filter((part) => part !== '')
      .join(': '),
  );
  return invalid(`${faults.join('; ')} (name, platform, baseUrl, credentials)`);
}

function shopTable(shops: readonly ShopView[], text: CommandContext['text']): readonly string[] {
  if (shops.length === 0) return [text.none];
  return textTable(
    text.shops.header,
    shops.map((shop) => [
      shop.name,
      shop.platform,
      shop.baseUrl,
      shop.credentials
        .map(({ field, configured, endsWith }) =>
          configured ? text.shops.configured(field, endsWith) : text.shops.notConfigured(field),
        )
        .join(', '),
      shop.carriers,
      shop.openOps,
      shop.paused ? text.shops.paused : shop.gate === null ? text.shops.active : text.shops.gate(shop.gate),
    ]),
  );
}
