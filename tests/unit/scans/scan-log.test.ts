import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/services/db/open.ts';
import { exportScans } from '../../../electron/services/scans/export-scans.ts';
import { createProfileStore } from '../../../electron/services/scans/profile-store.ts';
import { createScanLog, type ScanEntry } from '../../../electron/services/scans/scan-log-store.ts';
import { type ScanRecord, ScanRecordSchema, type ScannerProfile } from '../../../shared/contract/scans.ts';
import { ORDER_ID, setup } from '../packing/bench.ts';

const TEA = '6901234567892';
const CUP = '6909876543218';

function openLog() {
  const opened = openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'scans-')), nowMs: 0 });
  if (!opened.ok) throw new Error(opened.error.code);
  return { database: opened.value.database, log: createScanLog(opened.value.database) };
}

const entry = (atMs: number, text = TEA): ScanEntry => ({
  ...{ atMs, text, origin: null, isKey: false, step: 'items', took: 'item', verdict: 'item-accepted' },
  ...{ reason: '', operator: 'Mei' },
});

describe('the scan log', () => {
  it('keeps every scan and key of the bench with its verdict, in order', async () => {
    const bench = setup();
    await bench.scan('NOSUCHORDER', ORDER_ID, TEA);
    await bench.key('seal');
    const rows = bench.scanLog.after(0, 10);
    expect(rows.map(({ text, step, verdict, reason }) => [text, step, verdict, reason])).toEqual([
      ['NOSUCHORDER', 'order', 'refused', 'scan-unknown'],
      [ORDER_ID, 'order', 'order-opened', ''],
      [TEA, 'items', 'item-accepted', ''],
      ['{"action":"seal"}', 'items', 'sealed', ''],
    ]);
    expect(new Set(rows.map(({ operator }) => operator))).toEqual(new Set(['Mei']));
  });

  it('is written together with what the scan changes, or not at all', () => {
    const { log } = openLog();
    expect(() =>
      log.record(entry(1), () => {
        throw new Error('the disk is full');
      }),
    ).toThrow('the disk is full');
    expect(log.newest({ limit: 5 })).toEqual([]);
  });

  it('cuts what is longer than any code', () => {
    const { log } = openLog();
    log.record(entry(1, 'A'.repeat(65_536)));
    expect(log.newest({ limit: 1 })[0]?.text).toHaveLength(1_000);
  });

  it('is exported whole, one scan a line', async () => {
    const { log, database } = openLog();
    database.transaction(() => {
      for (let index = 0; index < 1_200; index += 1) log.record(entry(index, `CODE${index}`));
    })();
    const { bytes, count } = await exportScans(log);
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\n');
    expect(count).toBe(1_200);
    expect(lines.map((line) => ScanRecordSchema.parse(JSON.parse(line)).text)).toEqual(
      Array.from({ length: 1_200 }, (_, index) => `CODE${index}`),
    );
  });
});

/** Plays a recorded log on a bench of its own. */
async function replay(rows: readonly ScanRecord[]): Promise<readonly (readonly string[])[]> {
  const { packing, scanLog, pass } = setup();
  let lastMs = Date.parse(rows[0]?.at ?? '');
  for (const { at, text, isKey, origin, operator } of rows) {
    pass(Date.parse(at) - lastMs);
    lastMs = Date.parse(at);
    if (isKey) await packing.act(JSON.parse(text), { operator, role: 'packer' });
    else await packing.scan(text, { operator, role: 'packer' }, origin ?? undefined);
  }
  return scanLog.after(0, 1_000).map(({ text, took, verdict, reason }) => [text, took, verdict, reason]);
}

describe('a recorded log', () => {
  it('replays to the same verdicts, from its export', async () => {
    const bench = setup();
    await bench.scan('NOSUCHORDER', ORDER_ID, TEA, 'XYZ123', CUP);
    await bench.key('seal');
    await bench.key('undo');
    bench.pass(-900);
    await bench.scan(TEA, TEA, CUP, '75531717192345', '75531717192345');
    const { bytes } = await exportScans(bench.scanLog);
    const rows = new TextDecoder()
      .decode(bytes)
      .trimEnd()
      .split('\n')
      .map((line) => ScanRecordSchema.parse(JSON.parse(line)));
    const recorded = rows.map(({ text, took, verdict, reason }) => [text, took, verdict, reason]);
    expect(new Set(recorded.map(([, , verdict]) => verdict)).size).toBeGreaterThan(5);
    expect(await replay(rows)).toEqual(recorded);
  });
});

describe('the profile of the scanner', () => {
  it('is kept for each bench', () => {
    const { database } = openLog();
    const profiles = createProfileStore(database);
    const found: ScannerProfile = {
      ...{ calibratedAt: '2026-11-21T02:00:00.000Z', link: 'bluetooth', medianMs: 90, p95Ms: 150, thresholdMs: 450 },
      ...{ suffix: 'enter', letters: 'upper', digits: 'row', prefix: ']C0', ime: false },
    };
    expect(profiles.load('bench-1')).toBeNull();
    profiles.save('bench-1', found);
    expect(profiles.load('bench-1')).toEqual(found);
    expect(profiles.load('bench-2')).toBeNull();
  });
});
