import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { DATABASE_FILE } from '../../../electron/services/db/open.ts';
import type { ScanOrigin } from '../../../shared/contract/scans.ts';
import { commandDigits } from '../../../shared/domain/commands/command-code.ts';
import { ORDER_ID, setup } from '../packing/bench.ts';
import { PIN, staffedDesk } from './desk.ts';

let seq = 0;
const origin = (more: Partial<ScanOrigin> = {}): ScanOrigin => {
  seq += 1;
  const timing = { keys: 7, medianMs: 12, p95Ms: 20, suffix: 'enter' } as const;
  const read = { symbology: null, timing, ime: 'none', whole: true } as const;
  return { run: 'page-1', seq, pull: seq, source: 'wedge', atMs: 0, ...read, ...more };
};
const REFUSED = { ok: false, error: { code: 'scan-like-pin' } };

describe('digits typed as fast as a scanner where a PIN is asked', () => {
  it.each([PIN.Bo, `3${PIN.Bo}`, `３${PIN.Bo}`, PIN.Bo.slice(0, 4), '3' + '284617301944'])(
    'are kept nowhere at a locked desk: %s',
    async (text) => {
      const { at, signIn, dataDir, backend } = await staffedDesk();
      expect(await at('bench').packing.scan({ text, origin: origin() })).toEqual(REFUSED);
      await at('bench').scans.note({ text, origin: origin() });
      await signIn('bench', 'Bo');
      expect(await at('bench').operators.keptScans({})).toEqual({ ok: true, value: [] });
      const log = await at('bench').scans.list({ limit: 10 });
      expect(log.ok && log.value.rows.map((row) => row.text)).toEqual(['••••••']);
      await backend.close();
      const alone = new RegExp(`(?<![0-9a-f-])${text}(?![0-9a-f-])`);
      const cells = textCells(join(dataDir, DATABASE_FILE));
      expect(cells.some((cell) => cell.includes('••••••'))).toBe(true);
      expect(cells.filter((cell) => alone.test(cell))).toEqual([]);
    },
  );

  it('do not reach the bench of somebody who hands the desk over', async () => {
    const { at, signIn } = await staffedDesk();
    await signIn('bench', 'Bo');
    const typed = { text: `3${PIN.Bo}`, origin: origin(), pinAsked: true };
    expect(await at('bench').packing.scan(typed)).toEqual(REFUSED);
    const view = await at('bench').packing.view({});
    expect(view.ok && view.value.recent).toEqual([]);
    expect(await at('bench').scans.list({ limit: 10 })).toMatchObject({ value: { rows: [] } });
  });

  it('are kept all the same where they cannot be a PIN', async () => {
    const { at } = await staffedDesk();
    const command = commandDigits('seal') ?? '';
    const scans = [
      { text: '6901234567892' },
      { text: 'SF1234567' },
      { text: command },
      { text: '690123456789', origin: origin({ source: 'hid' }) },
    ];
    for (const [index, scan] of scans.entries())
      expect(await at('bench').packing.scan({ origin: origin(), ...scan })).toMatchObject({
        error: { code: 'scan-kept', count: index + 1 },
      });
  });
});

it('the bench knows orders and the goods they wait for', async () => {
  const { packing } = setup();
  expect(await packing.knows(ORDER_ID)).toBe(true);
  expect(await packing.knows('6901234567892')).toBe(true);
  expect(await packing.knows('159263')).toBe(false);
});

/**
 * Every text of every table. Whoever looks for four digits in them has to leave out those inside a number,
 * a hash or a name made at random (a-f and hyphens): one file in a few hundred holds any four digits there.
 */
function textCells(file: string): string[] {
  const database = new Database(file, { readonly: true });
  const tables = database.prepare("SELECT name FROM sqlite_schema WHERE type = 'table'").pluck().all() as string[];
  const cells = tables.flatMap((table) => database.prepare(`SELECT * FROM "${table}"`).raw().all().flat());
  database.close();
  return cells.filter((cell): cell is string => typeof cell === 'string');
}
