import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../electron/services/db/open.ts';
import { createSettingsStore } from '../../../electron/services/settings/settings-store.ts';

function setup() {
  const opened = openDatabase({ dataDir: mkdtempSync(join(tmpdir(), 'settings-')), nowMs: 0 });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.database;
}

describe('the settings', () => {
  it('start safe', () => {
    expect(createSettingsStore(setup()).get()).toMatchObject({
      'ui.language': 'zh-CN',
      'outbox.callTimeoutMs': 20_000,
      'outbox.settleMs': 60_000,
    });
  });

  it('keep what was set, also typed as text on the command line', () => {
    const database = setup();
    const settings = createSettingsStore(database);
    expect(settings.set('outbox.settleMs', '500').ok).toBe(true);
    expect(settings.set('ui.sound', 'false').ok).toBe(true);
    expect(createSettingsStore(database).get()).toMatchObject({ 'outbox.settleMs': 500, 'ui.sound': false });
  });

  it.each([
    ['outbox.settleMs', '-1', 'setting-invalid'],
    ['outbox.settleMs', 'soon', 'setting-invalid'],
    ['ui.language', 'fr', 'setting-invalid'],
    ['outbox.naive', 'true', 'setting-unknown'],
    ['toString', '1', 'setting-unknown'],
  ])('refuse %s = %s', (key, value, code) => {
    expect(createSettingsStore(setup()).set(key, value)).toMatchObject({ ok: false, error: { code } });
  });

  it('fall back to the default for a stored value this version does not know', () => {
    const database = setup();
    database.exec(`INSERT INTO setting (key, value) VALUES ('ui.scalePercent', '999'), ('gone', '1')`);
    expect(createSettingsStore(database).get()['ui.scalePercent']).toBe(100);
  });
});
