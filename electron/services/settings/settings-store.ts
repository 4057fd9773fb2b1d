import type { Database } from 'better-sqlite3';
import type { Problem } from '../../../shared/contract/problem.ts';
import { type SettingKey, type Settings, SettingsSchema } from '../../../shared/contract/settings.ts';
import { err, ok, type Result } from '../../../shared/kernel/result.ts';

/** The settings of this data folder. Reading never fails: a stored value that no longer fits falls back to its default. */
export type SettingsStore = {
  readonly get: () => Settings;
  /** Accepts text from the command line for numbers and switches. Errors: unknown key, value out of range. */
  readonly set: (key: string, value: string | number | boolean) => Result<Settings, Problem>;
};

/** Opens the settings over their table. */
export function createSettingsStore(database: Database): SettingsStore {
  const select = database.prepare<[], { key: string; value: string }>('SELECT key, value FROM setting');
  const upsert = database.prepare(
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
  );
  let current = load(select.all());
  return {
    get: () => current,
    set: (key, value) => {
      if (!isSettingKey(key)) return err({ code: 'setting-unknown', key: key.slice(0, 64) });
      const parsed = parseSetting(key, value);
      if (parsed === undefined) return err({ code: 'setting-invalid', key, expected: EXPECTED[key] });
      upsert.run(key, JSON.stringify(parsed));
      current = { ...current, [key]: parsed };
      return ok(current);
    },
  };
}

const isSettingKey = (key: string): key is SettingKey => Object.hasOwn(SettingsSchema.shape, key);

function load(rows: readonly { key: string; value: string }[]): Settings {
  const stored: Record<string, unknown> = {};
  for (const { key, value } of rows) {
    if (!isSettingKey(key)) continue;
    const parsed = SettingsSchema.shape[key].safeParse(parseJson(value));
    if (parsed.success) stored[key] = parsed.data;
  }
  return SettingsSchema.parse(stored);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A command line gives text only: numbers and switches are tried in that form too. */
function parseSetting(key: SettingKey, value: string | number | boolean): Settings[SettingKey] | undefined {
  const schema = SettingsSchema.shape[key];
  const candidates: unknown[] = [value];
  if (typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value)))
    candidates.push(Number(value));
  if (value === 'true' || value === 'false') candidates.push(value === 'true');
  for (const candidate of candidates) {
    const parsed = schema.safeParse(candidate);
    if (parsed.success && candidate !== undefined) return parsed.data;
  }
  return undefined;
}

/** What a person may type instead, as shown in the refusal. */
const EXPECTED: Readonly<Record<SettingKey, string>> = {
  'ui.language': 'zh-CN | en',
  'ui.languageChosen': 'true | false',
  'ui.scalePercent': '75 | 100 | 125 | 150 | 175 | 200',
  'ui.sound': 'true | false',
  'ui.mutedSounds': 'accepted line-complete saved saved-offline saved-practice needs-input refused tick',
  'ui.speech': 'true | false',
  'ui.speechRate': '0.7–2',
  'ui.voice': 'voiceURI',
  'operator.name': '0–40',
  'packing.restLimit': '0–9999',
  'operators.badgeAlone': 'as-packer | needs-pin',
  'operators.dimAfterMs': '30000–3600000 ms',
  'operators.lockAfterMs': '60000–3600000 ms',
  'outbox.callTimeoutMs': '50–120000 ms',
  'outbox.settleMs': '0–3600000 ms',
  'outbox.readBackSpacingMs': '0–3600000 ms',
  'outbox.lookAgainAfterMs': '0–3600000 ms',
  'outbox.ordersPerCall': '1–100',
  'orders.pullEveryMs': '0–86400000 ms',
  'retention.attemptDays': '30–3660',
  'retention.photoDays': '30–3660',
  'camera.id': 'deviceId',
  'camera.name': '0–200',
  'retention.auditDays': '1096–36600',
};
