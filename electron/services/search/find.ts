import type { Database } from 'better-sqlite3';
import type { OrderKey } from '../orders/order-store.ts';
import { gramQuestion } from './grams.ts';
import type { CodeKind } from './order-facts.ts';
import { asCode, plainText, reversed } from './plain-text.ts';
import { unpackCodes } from './search-index.ts';

/** An order that was found, by which number (its own, a waybill, …) or text. */
export type Hit = OrderKey & {
  readonly by: CodeKind | 'text';
  /** The number, or the line of text that holds the words. */
  readonly match: string;
};

/** Somebody or something that packages can be filtered by. */
export type NameHit = { readonly kind: 'operator' | 'carrier'; readonly name: string };

/** Answers questions. Only reads. */
export type Finder = {
  /** Best first: the whole number, its end, its beginning, then texts, newest first. */
  readonly orders: (text: string, limit: number) => readonly Hit[];
  readonly names: (text: string, limit: number) => readonly NameHit[];
};

type DocRow = { readonly id: number; readonly order_id: string; readonly shop_id: string; readonly text: string };
type CodeRow = DocRow & { readonly kind: CodeKind; readonly codes: string };
type MainRow = { readonly order_id: string; readonly shop_id: string; readonly code: string };

/** Ends of numbers looked at before the newest are chosen among them. */
const MOST_ENDS = 200;
/** A long number is no text: its parts are in every other number too. */
const LONG_NUMBER = /^\d{5,}$/;

/** Prepares the questions over the desk's file and the search file. */
export function createFinder(main: Database, search: Database): Finder {
  const ends = search.prepare<[string, string, number], CodeRow>(ENDS);
  const words = search.prepare<{ question: string; text: string; rest: string; limit: number }, DocRow>(WORDS);
  const names = search.prepare<[string, number], NameHit>(
    `SELECT kind, name FROM name WHERE kind IN ('operator', 'carrier') AND name <> '' AND instr(lower(name), ?) > 0
     ORDER BY kind DESC, name LIMIT ?`,
  );
  const inMain = prepareMain(main);

  const byCode = (code: string): readonly Hit[] => {
    const back = reversed(code);
    const ending = ends.all(back, `${back}\uFFFF`, MOST_ENDS).flatMap((row) =>
      unpackCodes(row.codes)
        .filter(([kind, own]) => kind === row.kind && own.endsWith(code))
        .slice(0, 1)
        .map(([kind, own]) => ({ ...keyOf(row), by: kind, match: own, whole: own === code })),
    );
    return [
      ...inMain.whole(code),
      ...ending.toSorted((a, b) => Number(b.whole) - Number(a.whole)),
      ...inMain.starts(code),
    ];
  };
  const byText = (text: string, limit: number): readonly Hit[] => {
    const question = gramQuestion(text);
    if (question === null) return [];
    const [first = '', ...rest] = text.split(' ');
    return words
      .all({ question, text: first, rest: JSON.stringify(rest), limit })
      .map((row) => ({ ...keyOf(row), by: 'text', match: lineWith(row.text, first) }));
  };
  return {
    orders: (text, limit) => {
      const plain = plainText(text);
      const code = asCode(text);
      const numbered = code === null ? [] : byCode(code);
      const texts = LONG_NUMBER.test(plain) && numbered.length > 0 ? [] : byText(plain, limit);
      return once([...numbered, ...texts]).slice(0, limit);
    },
    names: (text, limit) => (plainText(text) === '' ? [] : names.all(plainText(text), limit)),
  };
}

/** Every number that ends in the one asked for: one range of one B-tree. */
export const ENDS = `SELECT doc.id, doc.order_id, doc.shop_id, doc.codes, '' AS text, code.kind
  FROM code CROSS JOIN doc ON doc.id = code.doc WHERE code.reversed >= ? AND code.reversed < ? LIMIT ?`;

/** Grams may lie apart in a text, so the text itself is looked at once more. */
export const WORDS = `SELECT doc.id, doc.order_id, doc.shop_id, doc.text FROM word CROSS JOIN doc ON doc.id = word.rowid
  WHERE word MATCH @question AND instr(doc.text, @text) > 0
    AND NOT EXISTS (SELECT 1 FROM json_each(@rest) AS other WHERE instr(doc.text, other.value) = 0)
  ORDER BY word.rowid DESC LIMIT @limit`;

const keyOf = ({ shop_id, order_id }: Pick<DocRow, 'shop_id' | 'order_id'>): OrderKey => ({
  shopId: shop_id,
  orderId: order_id,
});

const lineWith = (text: string, word: string): string => text.split('\n').find((line) => line.includes(word)) ?? '';

/** Each order once, under what was found first. */
function once(hits: readonly Hit[]): readonly Hit[] {
  const known = new Map<string, Hit>();
  for (const { shopId, orderId, by, match } of hits) {
    const key = `${shopId} ${orderId}`;
    if (!known.has(key)) known.set(key, { shopId, orderId, by, match });
  }
  return [...known.values()];
}

/** The desk's own B-trees, which know what was saved a moment ago. */
export const MAIN_WHOLE = {
  order: `SELECT order_id, shop_id, order_id AS code FROM shop_order WHERE order_id = @code
    UNION ALL SELECT order_id, shop_id, order_id FROM op WHERE order_id = @code`,
  waybill: `SELECT order_id, shop_id, waybill AS code FROM op WHERE waybill = @code AND waybill <> ''
    UNION ALL SELECT order_id, shop_id, waybill FROM order_parcel WHERE waybill = @code`,
  serial: `SELECT op.order_id, op.shop_id, serial_number AS code
    FROM op_serial CROSS JOIN op ON op.seq = op_serial.op_seq WHERE serial_number = @code`,
} as const;

/** The same for the beginning of a number. */
export const MAIN_STARTS = {
  order: `SELECT order_id, shop_id, order_id AS code FROM shop_order WHERE order_id >= @code AND order_id < @to LIMIT @most`,
  waybill: `SELECT order_id, shop_id, waybill AS code FROM op
    WHERE waybill >= @code AND waybill < @to AND waybill <> '' LIMIT @most`,
} as const;

function prepareMain(main: Database) {
  const whole = Object.entries(MAIN_WHOLE).map(([kind, sql]) => ({
    kind: kind as keyof typeof MAIN_WHOLE,
    statement: main.prepare<{ code: string }, MainRow>(sql),
  }));
  const starts = Object.entries(MAIN_STARTS).map(([kind, sql]) => ({
    kind: kind as keyof typeof MAIN_STARTS,
    statement: main.prepare<{ code: string; to: string; most: number }, MainRow>(sql),
  }));
  const hit = (by: CodeKind, row: MainRow): Hit => ({ ...keyOf(row), by, match: row.code });
  return {
    whole: (code: string): readonly Hit[] =>
      whole.flatMap(({ kind, statement }) => statement.all({ code }).map((row) => hit(kind, row))),
    starts: (code: string): readonly Hit[] =>
      starts.flatMap(({ kind, statement }) =>
        statement.all({ code, to: `${code}\uFFFF`, most: MOST_ENDS }).map((row) => hit(kind, row)),
      ),
  };
}
