import type { Scene } from '../stage.ts';

/** The very first start: a language, then training or a shop. */
export const firstRun: Scene = {
  name: 'first-run',
  firstRun: true,
  play: async ({ page, language, words, press, shoot }) => {
    await shoot('welcome-language');
    await press(language === 'en' ? '2' : '1');
    await page.getByRole('heading', { name: words.welcome.startTitle }).waitFor();
    await shoot('welcome-start');
  },
};

/** A desk nobody has given a shop yet: what every page says then. */
export const emptyDesk: Scene = {
  name: 'empty',
  play: async ({ go, shoot }) => {
    for (const name of ['pack', 'outbox', 'orders', 'shops', 'history', 'shelf', 'shift', 'people']) {
      await go(name === 'pack' ? '/' : `/${name}`);
      await shoot(`empty-${name}`);
    }
  },
};
