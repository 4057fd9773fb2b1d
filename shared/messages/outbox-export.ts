import type { OpRow } from '../contract/outbox.ts';
import type { Language } from '../contract/system.ts';
import { lookup } from '../domain/platforms/catalogue.ts';
import { capabilitiesOf } from '../domain/platforms/platform-list.ts';
import { chinaTime } from '../kernel/china-time.ts';
import { classWords, undocumentedWords } from './class-words.ts';
import { explainOp } from './explain-op.ts';
import { outboxWords } from './outbox-words.ts';

/** Headers of an exported outbox, in one language. */
export const exportHeaders = (language: Language): readonly string[] =>
  COLUMNS.map(({ zh, en }) => (language === 'en' ? en : zh));

/** Columns that hold numbers of orders, waybills and requests: a spreadsheet program must keep every digit. */
export const exportIdColumns = (): ReadonlySet<number> =>
  new Set(COLUMNS.flatMap(({ id }, at) => (id === true ? [at] : [])));

/** One row of an exported outbox: what it is, where it stands, what the platform said, and what that means. */
export function exportCells(row: OpRow, language: Language, weightGrams: number | null = null): readonly string[] {
  const told = explainOp(row, language);
  const words = outboxWords(language);
  return COLUMNS.map(({ cell }) => cell({ row, told, words, language, weightGrams }));
}

type Given = {
  readonly row: OpRow;
  readonly told: ReturnType<typeof explainOp>;
  readonly words: ReturnType<typeof outboxWords>;
  readonly language: Language;
  readonly weightGrams: number | null;
};
type Column = {
  readonly zh: string;
  readonly en: string;
  readonly id?: true;
  readonly cell: (given: Given) => string;
};

/** Times are China's, as on the labels, whatever zone this machine is in. */
const time = (iso: string): string => chinaTime(Date.parse(iso));

/** The class of a platform's code; empty where the word is ours or the platform said nothing. */
function className({ row, language }: Given): string {
  if (row.code === null || row.code.startsWith('local:')) return '';
  const entry = lookup(row.platform, row.code);
  return entry === null ? undocumentedWords(language).name : classWords(entry.replyClass.kind, language).name;
}

const COLUMNS: readonly Column[] = [
  { zh: '店铺', en: 'Shop', cell: ({ row }) => row.shop },
  {
    zh: '平台',
    en: 'Platform',
    cell: ({ row, language }) => capabilitiesOf(row.platform).names[language === 'en' ? 'en' : 'zh'],
  },
  { zh: '订单号', en: 'Order', id: true, cell: ({ row }) => row.orderId },
  { zh: '类型', en: 'Kind', cell: ({ row, words }) => words.kinds[row.kind] },
  { zh: '状态', en: 'State', cell: ({ row, words }) => words.states[row.state] },
  { zh: '快递公司', en: 'Carrier', cell: ({ row }) => row.carrierName },
  { zh: '快递公司代码', en: 'Carrier code', cell: ({ row }) => row.carrierCode },
  { zh: '快递单号', en: 'Waybill', id: true, cell: ({ row }) => row.waybill },
  { zh: '件数', en: 'Pieces', cell: ({ row }) => String(row.pieces) },
  { zh: '重量（克）', en: 'Weight (g)', cell: ({ weightGrams }) => String(weightGrams ?? '') },
  { zh: '发送次数', en: 'Tries', cell: ({ row }) => String(row.attempts) },
  { zh: '代码', en: 'Code', id: true, cell: ({ row }) => row.code ?? '' },
  { zh: '平台原话', en: 'The platform’s words', cell: ({ row }) => row.platformMessage },
  { zh: '类别', en: 'Class', cell: className },
  { zh: '说明', en: 'Meaning', cell: ({ told }) => told.message },
  { zh: '谁来做', en: 'Who acts', cell: ({ told, words }) => words.actors[told.actor] },
  { zh: '现在该做', en: 'Do now', cell: ({ told }) => told.remedy },
  { zh: '箱子', en: 'The box', cell: ({ told, words }) => words.boxes[told.box] },
  { zh: '存下时间', en: 'Saved', cell: ({ row }) => time(row.createdAt) },
  { zh: '操作员', en: 'By', cell: ({ row }) => row.createdBy },
  { zh: '请求号', en: 'Request id', id: true, cell: ({ row }) => row.requestId },
  { zh: '最近变化', en: 'Changed', cell: ({ row }) => time(row.updatedAt) },
  { zh: '编号', en: 'Id', cell: ({ row }) => row.id },
];
