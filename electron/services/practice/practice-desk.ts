import { z } from 'zod';
import { type PracticeFaultSchema, PracticeLessonSchema } from '../../../shared/contract/training.ts';
import { PlatformIdSchema } from '../../../shared/domain/platforms/platform-id.ts';
import type { HttpRequest } from '../platforms/http/http-call.ts';

export type PracticeFault = z.output<typeof PracticeFaultSchema>;

const ShopsSchema = z.object({
  shops: z.array(
    z.object({
      key: z.string(),
      platform: PlatformIdSchema,
      name: z.string(),
      nameEn: z.string(),
      credentials: z.record(z.string(), z.string()),
    }),
  ),
});
const SheetSchema = z.object({
  orders: z.array(
    z.object({
      orderId: z.string(),
      shop: z.string(),
      lesson: PracticeLessonSchema.nullable(),
      items: z.array(
        z.object({ title: z.string(), barcode: z.string(), quantity: z.int(), serialNumbers: z.array(z.string()) }),
      ),
      waybills: z.array(z.object({ waybill: z.string() })),
    }),
  ),
});
export type PracticeShopInfo = z.output<typeof ShopsSchema>['shops'][number];
export type PracticeSheetOrder = z.output<typeof SheetSchema>['orders'][number];

/** What each practice fault switches on at the practice platforms; see `electron/training/faults/fault.ts`. */
const FAULTS: Readonly<Record<Exclude<PracticeFault, 'none'>, Readonly<Record<string, unknown>>>> = {
  offline: { mode: 'offline' },
  slow: { mode: 'slow', delayMs: 5_000 },
  busy: { mode: 'busy', count: 'always' },
  'lost-answer': { mode: 'reset-after', count: 'always' },
};

/** The training desk of the practice platforms: shops, sheet and faults. Throws when the practice process is gone. */
export type PracticeDesk = {
  readonly shops: () => Promise<readonly PracticeShopInfo[]>;
  /** The next orders to practise on, of all shops or of the one with a name, there with its special orders. */
  readonly sheet: (count: number, shop: string | null) => Promise<readonly PracticeSheetOrder[]>;
  /** The same as a printable sheet in HTML. */
  readonly sheetHtml: (language: 'zh-CN' | 'en', count: number, shop: string | null) => Promise<string>;
  readonly setFault: (fault: PracticeFault) => Promise<void>;
};

/** Talks to the training desk at `adminUrl`, on this machine only. */
export function createPracticeDesk(adminUrl: string, request: HttpRequest): PracticeDesk {
  const call = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<string> => {
    const answer = await request({
      method,
      url: `${adminUrl}/__training/${path}`,
      headers: { 'x-training': '1', 'content-type': 'application/json' },
      body: new TextEncoder().encode(body === undefined ? '' : JSON.stringify(body)),
      timeoutMs: 10_000,
      proxy: null,
    });
    if (!answer.ok) throw new Error(`The practice platforms do not answer: ${answer.reason}`);
    if (answer.status !== 200) throw new Error(`The practice platforms answered ${answer.status}`);
    return answer.text;
  };
  const shops = async () => ShopsSchema.parse(JSON.parse(await call('GET', 'shops'))).shops;
  const only = async (shop: string | null): Promise<string> => {
    const key = shop === null ? undefined : (await shops()).find(({ name }) => name === shop)?.key;
    return key === undefined ? '' : `&shop=${key}&lessons=1`;
  };
  return {
    shops,
    sheet: async (count, shop) =>
      SheetSchema.parse(JSON.parse(await call('GET', `sheet.json?n=${count}${await only(shop)}`))).orders,
    sheetHtml: async (language, count, shop) => call('GET', `sheet?lang=${language}&n=${count}${await only(shop)}`),
    setFault: async (fault) => {
      await call('POST', 'faults/clear', {});
      if (fault !== 'none') await call('POST', 'faults', FAULTS[fault]);
    },
  };
}
