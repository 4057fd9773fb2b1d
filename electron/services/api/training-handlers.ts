import type { Handlers } from '../../../shared/contract/define.ts';
import type { AppContract } from '../../../shared/contract/index.ts';
import { ok } from '../../../shared/kernel/result.ts';
import type { PracticeService } from '../practice/practice-service.ts';
import type { FileStore } from '../web/file-store.ts';

/** Answers `training.*`. */
export function trainingHandlers(practice: PracticeService, files: FileStore): Handlers<AppContract>['training'] {
  const state = () => ({ ...practice.state(), shops: practice.shops().map((shop) => shop.id) });
  return {
    state: () => ok(state()),
    start: async (_input, { operator }) => {
      const started = await practice.start(operator);
      return started.ok ? ok(state()) : started;
    },
    stop: async (_input, { operator }) => {
      const ended = await practice.end(operator);
      return ended.ok ? ok(state()) : ended;
    },
    setFault: async ({ fault }) => {
      const set = await practice.setFault(fault);
      return set.ok ? ok(state()) : set;
    },
    tray: async ({ shop }) => {
      const tray = await practice.tray(shop ?? null);
      if (!tray.ok) return tray;
      return ok(tray.value.map((order) => ({ ...order, waybills: order.waybills.map(({ waybill }) => waybill) })));
    },
    sheet: async ({ language, shop }) => {
      const html = await practice.sheetHtml(language, shop ?? null);
      if (!html.ok) return html;
      return ok({ fileId: files.put({ name: 'practice-sheet.html', bytes: new TextEncoder().encode(html.value) }) });
    },
  };
}
