import type { Problem } from '../../../shared/contract/problem.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { CommandContext, CommandOutput, OnlineCommand } from '../command.ts';
import { word } from '../command.ts';
import { usageProblem } from '../usage-problem.ts';

/** What an aggregator's account may do and cost: the commands beside the buttons on a shop's card. */
export const shopAccountCommands: readonly OnlineCommand[] = [
  { words: 'shops authorise', positionals: ['NAME'], options: {}, run: authorise },
  { words: 'shops plain-http', positionals: ['NAME', 'ON-OR-OFF'], options: {}, run: setPlainHttp },
  { words: 'shops spend-limit', positionals: ['NAME', 'YUAN-OR-NONE'], options: {}, run: setSpendLimit },
  {
    words: 'shops agree-to-spend',
    positionals: ['NAME'],
    options: {},
    run: async ({ client, args, text }) => {
      const agreed = await client.shops.agreeToSpend({ shop: word(args, 0) });
      return agreed.ok ? done(agreed.value, [text.shopAccount.agreed(agreed.value.name)]) : agreed;
    },
  },
];

type Output = Promise<Result<CommandOutput, Problem>>;

const done = (json: unknown, lines: readonly string[]): Result<CommandOutput, Problem> => ok({ exit: 0, json, lines });

/** Asks the platform; where the answer is no, the owner's link is printed and never opened. */
async function authorise({ client, args, text }: CommandContext): Output {
  const asked = await client.shops.authorise({ shop: word(args, 0) });
  if (!asked.ok) return asked;
  const { authorised, shop } = asked.value;
  if (authorised) return done(asked.value, [text.shopAccount.authorised(shop.name)]);
  const link = shop.gateDetail?.link ?? '';
  return ok({
    exit: 1,
    json: asked.value,
    lines: [text.shopAccount.notAuthorised(shop.name), ...(link === '' ? [] : [link])],
  });
}

async function setPlainHttp({ client, args, text }: CommandContext): Output {
  const asked = word(args, 1);
  if (asked !== 'on' && asked !== 'off') return usageProblem(text.shopAccount.onOrOff(asked));
  const set = await client.shops.setPlainHttp({ shop: word(args, 0), on: asked === 'on' });
  if (!set.ok) return set;
  return done(set.value, [text.shopAccount.plainHttp(set.value.name, set.value.plainHttp)]);
}

const POINTS_PER_YUAN = 100;

async function setSpendLimit({ client, args, text }: CommandContext): Output {
  const asked = word(args, 1);
  if (asked !== 'none' && !/^(?!0+(?:\.0+)?$)\d{1,6}(?:\.\d{1,2})?$/.test(asked))
    return usageProblem(text.shopAccount.limitWrong(asked));
  const points = asked === 'none' ? null : Math.round(Number(asked) * POINTS_PER_YUAN);
  const set = await client.shops.setSpendLimit({ shop: word(args, 0), points });
  if (!set.ok) return set;
  const line =
    points === null ? text.shopAccount.noLimit(set.value.name) : text.shopAccount.limit(set.value.name, asked);
  return done(set.value, [line]);
}
