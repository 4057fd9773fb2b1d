import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium, type Page } from 'playwright';
import { takeRunTemp } from '../../build/checks/run-temp.ts';
import { findBrowser } from '../../build/setup/find-browser.mjs';
import { authorisation } from './scenes/authorisation.ts';
import { bench } from './scenes/bench.ts';
import { care } from './scenes/care.ts';
import { emptyDesk, firstRun } from './scenes/first-run.ts';
import { figures } from './scenes/figures.ts';
import { large } from './scenes/large.ts';
import { notRestored } from './scenes/not-restored.ts';
import { office } from './scenes/office.ts';
import { people } from './scenes/people.ts';
import { photo } from './scenes/photo.ts';
import { shift } from './scenes/shift.ts';
import { special } from './scenes/special.ts';
import { stops } from './scenes/stops.ts';
import { training } from './scenes/training.ts';
import { trouble } from './scenes/trouble.ts';
import { weigh } from './scenes/weigh.ts';
import { playScene } from './open-stage.ts';
import { TOUR } from './tour.ts';

const SCENES = [
  ...[firstRun, emptyDesk, bench, photo, stops, special, weigh, shift, office],
  ...[figures, care, people, training, large, trouble, notRestored, authorisation],
];
const SIZES = [
  { width: 1920, height: 1080 },
  { width: 1366, height: 768 },
] as const;
const LANGUAGES = ['zh-CN', 'en'] as const;
const OUTPUT = join(import.meta.dirname, '../../build/screenshots');
/** Long enough for pictures and transitions; nothing is measured here. */
const SETTLE_MS = 600;

takeRunTemp();
const { values } = parseArgs({
  options: {
    /** Takes everything at both sizes into this folder, to be looked at; otherwise only the README's pictures. */
    all: { type: 'string' },
    /** Only these scenes, separated by commas. */
    only: { type: 'string' },
    language: { type: 'string' },
  },
});
const everything = values.all === undefined ? null : resolve(values.all);
const sizes = everything === null ? SIZES.slice(1) : SIZES;
const scenes = SCENES.filter(({ name }) => values.only === undefined || values.only.split(',').includes(name));
mkdirSync(everything ?? OUTPUT, { recursive: true });

const executablePath = findBrowser();
if (executablePath === undefined) throw new Error('No Chromium, Chrome or Edge found');
const CAMERA = ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'];
for (const language of LANGUAGES.filter((each) => values.language === undefined || each === values.language)) {
  // The browser's own fields, such as that of a day, speak the browser's language.
  const args = ['--no-sandbox', '--disable-gpu', `--lang=${language}`, ...CAMERA];
  const env = { ...process.env, LANGUAGE: language.replace('-', '_') };
  const browser = await chromium.launch({ executablePath, args, env });
  try {
    for (const scene of scenes) {
      const suffix = language === 'en' ? 'en' : 'zh';
      const shoot = (page: Page, name: string, options?: { readonly passing: true }): Promise<void> =>
        take(page, `${name}-${suffix}`, options?.passing ?? false);
      await playScene(scene, { browser, language, size: sizes[0] ?? SIZES[0], shoot }).catch((problem: unknown) => {
        process.exitCode = 1;
        console.error(`${scene.name} (${language}):`, problem);
      });
    }
  } finally {
    await browser.close();
  }
}

async function take(page: Page, name: string, passing: boolean): Promise<void> {
  if (everything === null && !TOUR.includes(name.replace(/-(zh|en)$/, ''))) return;
  for (const size of passing ? sizes.slice(0, 1) : sizes) {
    await page.setViewportSize(size);
    await page.waitForTimeout(SETTLE_MS);
    const file = everything === null ? join(OUTPUT, `${name}.png`) : join(everything, `${name}-${size.width}.png`);
    await page.screenshot({ path: file });
    console.log(file);
  }
  if (!passing && sizes[0] !== undefined) await page.setViewportSize(sizes[0]);
}
