import type { Database } from 'better-sqlite3';
import { gramsOf } from './grams.ts';
import { codesOf, type Found, type OrderFacts, type PackageFacts, textOf } from './order-facts.ts';
import { reversed } from './plain-text.ts';

export type NameKind = 'shop' | 'operator' | 'carrier' | 'state';

/** Where the follower stands; `orders` and `ops` are -1 once the walk over what was there before is over. */
export type MarkName = 'orders' | 'ops' | 'touch' | 'audit';

/** The only writer of the search file. */
export type SearchIndex = {
  readonly put: (facts: OrderFacts) => void;
  readonly mark: (name: MarkName) => number | null;
  readonly setMark: (name: MarkName, value: number) => void;
  readonly hasPackage: (seq: number) => boolean;
  readonly together: (work: () => void) => void;
};

type DocRow = { readonly id: number; readonly codes: string; readonly text: string };

/** Opens the index over its file. */
export function createSearchIndex(search: Database): SearchIndex {
  const doc = search.prepare<[string, string], DocRow>(
    'SELECT id, codes, text FROM doc WHERE order_id = ? AND shop_id = ?',
  );
  const addDoc = search.prepare('INSERT INTO doc (order_id, shop_id, codes, text) VALUES (?, ?, ?, ?)');
  const setDoc = search.prepare('UPDATE doc SET codes = ?, text = ? WHERE id = ?');
  const addWord = search.prepare('INSERT INTO word (rowid, grams) VALUES (?, ?)');
  const dropWord = search.prepare("INSERT INTO word (word, rowid, grams) VALUES ('delete', ?, ?)");
  const addCode = search.prepare('INSERT OR IGNORE INTO code (reversed, kind, doc) VALUES (?, ?, ?)');
  const dropCode = search.prepare('DELETE FROM code WHERE reversed = ? AND kind = ? AND doc = ?');
  const putPackage = search.prepare(
    'INSERT OR REPLACE INTO package (seq, shop, operator, carrier, state) VALUES (?, ?, ?, ?, ?)',
  );
  const hasPackage = search.prepare<[number], number>('SELECT 1 FROM package WHERE seq = ?').pluck();
  const getMark = search.prepare<[string], number>('SELECT value FROM mark WHERE key = ?').pluck();
  const setMark = search.prepare('INSERT OR REPLACE INTO mark (key, value) VALUES (?, ?)');
  const together = search.transaction((work: () => void) => work());
  const nameId = namesOf(search);

  const putPackages = (shopId: string, packages: readonly PackageFacts[]): void => {
    for (const { seq, operator, carrier, state } of packages)
      putPackage.run(
        seq,
        nameId('shop', shopId),
        nameId('operator', operator),
        nameId('carrier', carrier),
        nameId('state', state),
      );
  };
  const putDoc = (facts: OrderFacts, codes: readonly Found[], text: string): void => {
    const packed = JSON.stringify(codes.map(({ kind, code }) => [kind, code]));
    const old = doc.get(facts.orderId, facts.shopId);
    if (old?.codes === packed && old.text === text) return;
    const id = old?.id ?? Number(addDoc.run(facts.orderId, facts.shopId, packed, text).lastInsertRowid);
    if (old !== undefined) setDoc.run(packed, text, id);
    if (old?.codes !== packed) {
      for (const [kind, code] of unpackCodes(old?.codes ?? '[]')) dropCode.run(reversed(code), kind, id);
      for (const { kind, code } of codes) addCode.run(reversed(code), kind, id);
    }
    if (old?.text === text) return;
    if (old !== undefined) dropWord.run(id, gramsOf(old.text));
    addWord.run(id, gramsOf(text));
  };
  return {
    put: (facts) => {
      putDoc(facts, codesOf(facts), textOf(facts));
      putPackages(facts.shopId, facts.packages);
    },
    mark: (name) => getMark.get(name) ?? null,
    setMark: (name, value) => {
      setMark.run(name, value);
    },
    hasPackage: (seq) => hasPackage.get(seq) !== undefined,
    together: (work) => together(work),
  };
}

/** The numbers of a row of `doc`. */
export const unpackCodes = (codes: string): readonly (readonly [Found['kind'], string])[] =>
  JSON.parse(codes) as readonly (readonly [Found['kind'], string])[];

/** Ids of names, made as they are met; shops, people and carriers of a warehouse are few. */
function namesOf(search: Database): (kind: NameKind, name: string) => number {
  const get = search.prepare<[string, string], number>('SELECT id FROM name WHERE kind = ? AND name = ?').pluck();
  const add = search.prepare('INSERT INTO name (kind, name) VALUES (?, ?)');
  return (kind, name) => get.get(kind, name) ?? Number(add.run(kind, name).lastInsertRowid);
}
