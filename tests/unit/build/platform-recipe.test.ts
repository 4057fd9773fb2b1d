import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PRACTICE_SHOPS } from '../../../electron/training/practice/practice-shops.ts';
import { PlatformIdSchema } from '../../../shared/domain/platforms/platform-id.ts';

const ROOT = join(import.meta.dirname, '../../..');
const ROOMS = ['shared', 'electron', 'renderer', 'build'];
/** The practice platforms' folders, where they are not called by the id. */
const TRAINING_FOLDERS = ['channels', 'mini-shop', 'dropship', 'douyin', 'vv-tool'];
/** What one platform, or the WeChat family together, keeps to itself. */
const OWN_FOLDER = new RegExp(
  `(^|/)(shared/domain|electron/services)/platforms/(${PlatformIdSchema.options.join('|')}|wechat)/` +
    `|^electron/training/(${TRAINING_FOLDERS.join('|')}|wechat)/`,
);
/** Names of practice shops that belong to a further platform. */
const SHOPS = PRACTICE_SHOPS.filter(({ platform }) => platform !== 'wechat-channels').map(({ key }) => key);
/** A platform's id or practice shop in quotes, or an import out of one of its folders. */
const MENTION = new RegExp(
  `['"\`](${[...PlatformIdSchema.options, ...SHOPS].join('|')})['"\`]` +
    `|from '[^']*/(${[...PlatformIdSchema.options, ...TRAINING_FOLDERS].join('|')})/`,
);

const mentions = (): readonly string[] =>
  globSync(
    ROOMS.map((room) => `${room}/**/*.{ts,tsx,mjs}`),
    { cwd: ROOT },
  )
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => !OWN_FOLDER.test(file) && MENTION.test(readFileSync(join(ROOT, file), 'utf8')))
    .toSorted();

const recipe = (): readonly string[] => {
  const [, section = ''] =
    /### A platform\n([\s\S]*?)\n### /.exec(readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8')) ?? [];
  const named = [...section.matchAll(/`([^`\s]+\.ts)`/g)].flatMap(([, file]) => file ?? []);
  return [...new Set(named.filter((file) => ROOMS.some((room) => file.startsWith(`${room}/`))))].toSorted();
};

test('the recipe for a platform names exactly the files that name one outside its own folders', () => {
  expect(recipe()).toEqual(mentions());
});
