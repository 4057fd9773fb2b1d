import { monitorEventLoopDelay } from 'node:perf_hooks';
import { exportOutbox } from '../../electron/services/api/export-outbox.ts';
import type { OpRow } from '../../shared/contract/outbox.ts';
import { now } from './measure.ts';
import type { Figure, Report } from './report.ts';

const ROWS = 100_000;

/** How long the loop that scans wait for is held up while a long outbox is written into a file. */
export async function exportBench(): Promise<Report> {
  const figures: Figure[] = [];
  for (const format of ['csv', 'xlsx'] as const) {
    let size = 0;
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const startedAt = now();
    await exportOutbox(
      {
        extras: { of: () => ({ weightGrams: null }) },
        page: ({ limit, after }) => {
          const from = Number(after ?? 0);
          const next = from + limit;
          return {
            rows: Array.from({ length: limit }, (_, index) => rowOf(from + index)),
            next: next < ROWS ? String(next) : null,
          };
        },
        files: {
          put: ({ bytes }) => {
            size = bytes.length;
            return 'file';
          },
        },
        audit: { append: () => undefined },
        clock: { now: Date.now },
      },
      { search: '', format, language: 'zh-CN' },
      { operator: 'bench', role: 'admin' },
    );
    delay.disable();
    figures.push({
      name: `export ${ROWS} rows as ${format}`,
      value: `${((now() - startedAt) / 1000).toFixed(1)} s, ${(size / 1_048_576).toFixed(0)} MiB`,
      note: `loop held up p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms, most ${(delay.max / 1e6).toFixed(0)} ms`,
    });
  }
  return { figures };
}

const rowOf = (index: number): OpRow => ({
  id: `op-${index}`,
  shopId: 'shop',
  shop: '山野茶铺',
  platform: 'wechat-channels',
  orderId: `370461235455${String(index).padStart(7, '0')}`,
  kind: 'send',
  state: index % 3 === 0 ? 'rejected' : 'shipped',
  carrierCode: 'ZTO',
  carrierName: '中通快递',
  waybill: `7589${String(index).padStart(10, '0')}`,
  pieces: 1,
  attempts: 1,
  code: index % 3 === 0 ? '606005' : null,
  platformMessage: index % 3 === 0 ? 'waybill_id不合法 rid: 1' : '',
  requestId: 'rid',
  holdKind: null,
  proof: null,
  notBefore: null,
  doubtSince: null,
  createdAt: '2026-01-02T03:04:05.000Z',
  createdBy: 'bench',
  updatedAt: '2026-01-02T03:04:05.000Z',
  actions: [],
});
