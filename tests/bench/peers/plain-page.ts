import type { Browser, Page } from 'playwright';

/** A page without any framework that answers a scan by changing one text: what Chromium itself takes. */
export async function openPlainPage(browser: Browser, watch: () => void): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.addInitScript(watch);
  await page.route('http://plain.test/', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><h1 data-testid="band">0</h1>' }),
  );
  await page.goto('http://plain.test/');
  await page.evaluate(() => {
    let scans = 0;
    document.addEventListener('keydown', ({ key }) => {
      const band = document.querySelector('[data-testid=band]');
      if (key === 'Enter' && band !== null) band.textContent = String((scans += 1));
    });
  });
  return page;
}

/** A list as a page without virtualisation draws it: every row is there. Gives the ms until its frame was out. */
export async function openPlainList(browser: Browser, rows: number): Promise<{ page: Page; readyMs: number }> {
  const page = await browser.newPage({ viewport: { width: 1920, height: 1080 } });
  await page.setContent('<!doctype html><div role="listbox" style="height:900px;overflow:auto"></div>');
  const readyMs = await page.evaluate(async (count) => {
    const startedAt = performance.now();
    const list = document.querySelector('[role=listbox]');
    for (let index = 0; index < count; index += 1) {
      const row = document.createElement('div');
      row.setAttribute('role', 'option');
      row.style.cssText = 'display:flex;gap:16px;height:64px;align-items:center;border-bottom:1px solid #ddd';
      for (const text of [`37046${index}`, '正山小种红茶 500g', 'Bench', '12:30', String(index % 9)]) {
        const cell = document.createElement('span');
        cell.textContent = text;
        row.append(cell);
      }
      list?.append(row);
    }
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - startedAt;
  }, rows);
  return { page, readyMs };
}
