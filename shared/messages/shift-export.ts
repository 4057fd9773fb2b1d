import type { ShiftParcel } from '../contract/shift.ts';
import type { Language } from '../contract/system.ts';
import { chinaTime } from '../kernel/china-time.ts';
import { outboxWords } from './outbox-words.ts';
import { differenceWords, parcelWords } from './shift-words.ts';

/** Headers of an exported shift, in one language. */
export const shiftHeaders = (language: Language): readonly string[] =>
  COLUMNS.map(({ zh, en }) => (language === 'en' ? en : zh));

/** Columns that hold numbers of orders and waybills: a spreadsheet program must keep every digit. */
export const shiftIdColumns = (): ReadonlySet<number> =>
  new Set(COLUMNS.flatMap(({ id }, at) => (id === true ? [at] : [])));

/** One parcel of an exported shift. */
export const shiftCells = (parcel: ShiftParcel, language: Language): readonly string[] =>
  COLUMNS.map(({ cell }) => cell(parcel, language));

type Column = {
  readonly zh: string;
  readonly en: string;
  readonly id?: true;
  readonly cell: (parcel: ShiftParcel, language: Language) => string;
};

/** Times are China's, as on the labels, whatever zone this machine is in. */
const time = (iso: string | null): string => (iso === null ? '' : chinaTime(Date.parse(iso)));

const COLUMNS: readonly Column[] = [
  { zh: '店铺', en: 'Shop', cell: ({ shop }) => shop },
  { zh: '订单号', en: 'Order', id: true, cell: ({ orderId }) => orderId },
  { zh: '快递公司', en: 'Carrier', cell: ({ carrier }) => carrier },
  { zh: '快递单号', en: 'Waybill', id: true, cell: ({ waybill }) => waybill },
  { zh: '件数', en: 'Pieces', cell: ({ pieces }) => String(pieces) },
  { zh: '打包时间', en: 'Packed', cell: ({ packedAt }) => time(packedAt) },
  { zh: '打包人', en: 'Packed by', cell: ({ packedBy }) => packedBy },
  { zh: '交接时间', en: 'Handed over', cell: ({ handedAt }) => time(handedAt) },
  { zh: '交接人', en: 'Handed over by', cell: ({ handedBy }) => handedBy },
  {
    zh: '平台状态',
    en: 'State',
    cell: ({ state }, language) => (state === null ? '' : outboxWords(language).states[state]),
  },
  { zh: '差异', en: 'Difference', cell: parcelWords },
  {
    zh: '现在该做',
    en: 'Do now',
    cell: ({ difference }, language) => (difference === null ? '' : differenceWords(difference, language).todo),
  },
  {
    zh: '负责人',
    en: 'Owner',
    cell: ({ difference, settledBy, owner }) => (difference === null && settledBy === '' ? '' : owner),
  },
  { zh: '备注', en: 'Note', cell: ({ note }) => note },
  { zh: '了结人', en: 'Settled by', cell: ({ settledBy }) => settledBy },
  {
    zh: '上一班留下',
    en: 'Left by an earlier shift',
    cell: ({ carried }, language) => (carried ? (language === 'en' ? 'yes' : '是') : ''),
  },
];
