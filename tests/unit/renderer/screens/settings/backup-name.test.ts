import { expect, it } from 'vitest';
import { suggestBackupName } from '../../../../../renderer/screens/settings/backup-name.ts';

const NOW = new Date(2026, 10, 21, 8, 5);

it.each([
  ['', 'dispatch-desk-2026-11-21-0805.backup'],
  ['/backups/', '/backups/dispatch-desk-2026-11-21-0805.backup'],
  ['/backups/old.backup', '/backups/dispatch-desk-2026-11-21-0805.backup'],
  ['D:\\备份\\', 'D:\\备份\\dispatch-desk-2026-11-21-0805.backup'],
])('suggests a name beside %j', (typed, name) => expect(suggestBackupName(typed, NOW)).toBe(name));
