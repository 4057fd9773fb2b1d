import { join } from 'node:path';
import SqliteDatabase, { type Database } from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { SEARCH_FILE } from '../../../electron/services/db/open.ts';
import { ENDS, MAIN_STARTS, MAIN_WHOLE, WORDS } from '../../../electron/services/search/find.ts';
import { SCANS_OF_SAVE } from '../../../electron/services/search/order-scans.ts';
import { packageRows } from '../../../electron/services/search/package-list.ts';
import { openSearchDesk } from './search-desk.ts';

const planOf = (database: Database, sql: string): string =>
  database
    .prepare<[Record<string, number>], { detail: string }>(`EXPLAIN QUERY PLAN ${sql.replaceAll('?', '@any')}`)
    .all(Object.fromEntries([...sql.matchAll(/@(\w+)/g)].map(([, name = '']) => [name, 1]).concat([['any', 1]])))
    .map(({ detail }) => detail)
    .join('\n');

const desk = openSearchDesk();
await desk.search.close();
const search = new SqliteDatabase(join(desk.dataDir, SEARCH_FILE));

describe('questions about a million rows', () => {
  it.each([
    ['an order number', MAIN_WHOLE.order, /shop_order_by_id \(order_id=\?\)/],
    ['a waybill', MAIN_WHOLE.waybill, /op_by_waybill \(waybill=\?\)/],
    ['a serial number', MAIN_WHOLE.serial, /PRIMARY KEY \(serial_number=\?\)/],
    ['the beginning of an order number', MAIN_STARTS.order, /shop_order_by_id \(order_id>\? AND order_id<\?\)/],
    ['the beginning of a waybill', MAIN_STARTS.waybill, /op_by_waybill \(waybill>\? AND waybill<\?\)/],
    ['the scans of a package', SCANS_OF_SAVE, /raw_scan_at \(at_ms>\? AND at_ms<\?\)/],
    [
      'the newest write of an order',
      'SELECT max(touch) FROM shop_order WHERE touch IS NOT NULL',
      /shop_order_by_touch/,
    ],
  ])('ask one B-tree of the desk for %s', (_what, sql, index) => {
    const plan = planOf(desk.database, sql);
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(/^SCAN (op|shop_order|raw_scan)$/m);
    expect(plan).not.toContain('TEMP B-TREE FOR ORDER BY');
  });

  it('ask one range of reversed numbers for their ends', () => {
    expect(planOf(search, ENDS)).toMatch(/code USING PRIMARY KEY \(reversed>\? AND reversed<\?\)/);
  });

  it('ask the grams first and look at texts by their number', () => {
    const plan = planOf(search, WORDS);
    expect(plan).toMatch(/word VIRTUAL TABLE INDEX/);
    expect(plan).toMatch(/doc USING INTEGER PRIMARY KEY/);
    expect(plan).not.toContain('TEMP B-TREE');
  });

  it.each(['operator', 'carrier', 'shop', 'state'] as const)('walk one covering index for packages by %s', (column) => {
    expect(planOf(search, packageRows(column))).toMatch(
      new RegExp(`package USING COVERING INDEX package_by_${column} \\(${column}=\\? AND seq>\\? AND seq<\\?\\)`),
    );
  });

  it('walk packages by their number where nothing but their states is asked for', () => {
    expect(planOf(search, packageRows(null))).toMatch(/package USING INTEGER PRIMARY KEY \(rowid>\? AND rowid<\?\)/);
  });
});
