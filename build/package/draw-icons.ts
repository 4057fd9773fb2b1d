import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { findBrowser } from '../setup/find-browser.mjs';
import { icnsFile } from './icons/icns-file.ts';
import { icoFile } from './icons/ico-file.ts';
import type { IconImage } from './icons/icon-image.ts';

/** `node build/package/draw-icons.ts`: icon.png, icon.ico and icon.icns from icon.svg, drawn by the machine's browser. */
const folder = join(import.meta.dirname, 'resources');
const svg = readFileSync(join(folder, 'icon.svg'), 'utf8');

const images = await drawAll([16, 24, 32, 48, 64, 128, 256, 512, 1024]);
writeFileSync(join(folder, 'icon.png'), images.find(({ side }) => side === 512)?.png ?? Buffer.alloc(0));
writeFileSync(join(folder, 'icon.ico'), icoFile(images.filter(({ side }) => side <= 256)));
writeFileSync(join(folder, 'icon.icns'), icnsFile(images));

async function drawAll(sides: readonly number[]): Promise<IconImage[]> {
  const executablePath = findBrowser();
  const browser = await chromium.launch({ ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage();
    const drawn: IconImage[] = [];
    for (const side of sides) {
      await page.setViewportSize({ width: side, height: side });
      await page.setContent(`<style>*{margin:0}svg{display:block;width:${side}px;height:${side}px}</style>${svg}`);
      drawn.push({
        side,
        png: await page.screenshot({ omitBackground: true, clip: { x: 0, y: 0, width: side, height: side } }),
      });
    }
    return drawn;
  } finally {
    await browser.close();
  }
}
