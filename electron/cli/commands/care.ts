import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import type { VerifyReport } from '../../../shared/contract/system.ts';
import { err, ok } from '../../../shared/kernel/result.ts';
import { EXIT } from '../../host/exit-code.ts';
import { BACKUP_FOLDER, checkBackup, listBackups, restoreBackup } from '../../services/backend.ts';
import { isoFromMs } from '../../../shared/kernel/time.ts';
import { momentWords } from '../tell-recovery.ts';
import { type Command, type CommandContext, word } from '../command.ts';
import { textTable } from '../text-table.ts';

/** Checking the data, keeping a copy of it, and putting one back. */
export const careCommands: readonly Command[] = [
  {
    words: 'verify',
    positionals: [],
    options: {},
    run: async ({ client, text }) => {
      const report = await client.system.verify({});
      if (!report.ok) return report;
      const checks = checksOf(report.value, text);
      const sound = checks.every(({ good }) => good);
      const rows = checks.map(({ name, good, detail }) => [name, good ? text.care.good : text.care.bad, detail]);
      return ok({
        exit: sound ? EXIT.good : EXIT.damagedData,
        json: { ok: sound, ...report.value },
        lines: textTable(text.care.verifyHeader, rows),
      });
    },
  },
  {
    words: 'backup',
    positionals: ['FILE'],
    options: {},
    run: async ({ client, args, text }) => {
      const written = await client.system.backup({ file: resolve(word(args, 0)) });
      if (!written.ok) return written;
      const { file, bytes } = written.value;
      return ok({ exit: EXIT.good, json: written.value, lines: [text.care.backedUp(file, bytes)] });
    },
  },
  {
    words: 'diagnostics',
    positionals: ['FILE'],
    options: {},
    run: async ({ client, args, text }) => {
      const found = await client.care.diagnostics({});
      if (!found.ok) return found;
      const file = resolve(word(args, 0));
      const files = found.value.map(({ name, text: content }) => [name, strToU8(content)] as const);
      try {
        // A file that is there already is never written over: it may be one of the desk's own.
        writeFileSync(file, zipSync(Object.fromEntries(files)), { flag: 'wx', mode: 0o600 });
      } catch (error) {
        return err({ code: 'backup-failed', detail: error instanceof Error ? error.message.slice(0, 300) : '' });
      }
      const rows = files.map(([name, bytes]) => [name, String(bytes.length)]);
      return ok({
        exit: EXIT.good,
        json: { file, files: found.value },
        lines: [...textTable(text.care.diagnosticsHeader, rows), text.care.diagnosticsSaved(file)],
      });
    },
  },
  {
    words: 'backups',
    positionals: [],
    options: {},
    runOffline: ({ dataDir, text }) => {
      const backups = listBackups(dataDir);
      const rows = backups.map(({ name, atMs, bytes }) => {
        const facts = checkBackup(join(dataDir, BACKUP_FOLDER, name));
        const state = facts.ok ? text.care.good : text.care.bad;
        return [momentWords(isoFromMs(atMs)), name, String(bytes), state, facts.ok ? String(facts.value.packages) : ''];
      });
      return ok({ exit: EXIT.good, json: backups, lines: textTable(text.care.backupsHeader, rows) });
    },
  },
  {
    words: 'restore',
    positionals: ['FILE'],
    options: {},
    runOffline: ({ dataDir, args, text, nowMs }) => {
      const backup = ownBackup(dataDir, word(args, 0)) ?? resolve(word(args, 0));
      if (!existsSync(backup)) return err({ code: 'file-not-found', id: backup.slice(0, 600) });
      const restored = restoreBackup({ backup, dataDir, nowMs });
      if (!restored.ok) return restored;
      const { keptIn } = restored.value;
      return ok({
        exit: EXIT.good,
        json: { restored: backup, keptIn },
        lines: [text.care.restored(backup), text.care.kept(keptIn)],
      });
    },
  },
];

/** The file of one of the desk's own backups, by the name `backups` shows. */
function ownBackup(dataDir: string, name: string): string | null {
  return listBackups(dataDir).some((backup) => backup.name === name) ? join(dataDir, BACKUP_FOLDER, name) : null;
}

type Check = { readonly name: string; readonly good: boolean; readonly detail: string };

function checksOf(report: VerifyReport, { care }: CommandContext['text']): readonly Check[] {
  const { integrity, audit, conservation, journal, payloads, photos } = report;
  return [
    { name: care.integrity, good: integrity.ok, detail: integrity.detail },
    { name: care.audit, good: audit.ok, detail: audit.detail || care.entries(audit.entries) },
    {
      name: care.conservation,
      good: conservation.balanced,
      detail: `${conservation.acknowledged} = ${conservation.accounted}`,
    },
    {
      name: care.journal,
      good: journal.missingOps === 0,
      detail: journal.missingOps === 0 ? care.entries(journal.entries) : care.missing(journal.missingOps),
    },
    {
      name: care.payloads,
      good: payloads.damaged === 0,
      detail: `${payloads.checked - payloads.damaged}/${payloads.checked}`,
    },
    {
      name: care.photos,
      good: photos.missing + photos.changed === 0,
      detail: care.photosFound(photos),
    },
  ];
}
