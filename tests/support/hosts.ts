import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Log, LogFields } from '../../electron/services/ports.ts';
import type { FileStore } from '../../electron/services/web/file-store.ts';

/** A folder of its own for one test, gone afterwards. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'dispatch-desk-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files by relative name and returns the folder they lie in. */
export function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A page as the bundler leaves it. */
export const pageFolder = (): string =>
  folderWith({
    'page/index.html': '<!doctype html><title>page</title>',
    'page/assets/main-1a2b.js': 'export {};',
    'page/assets/main-1a2b.css': 'body{}',
    'page/sound.wav': 'RIFF',
    'secret.txt': 'example-secret',
  });

/** Files by id in memory, as the backend keeps them. */
export function memoryFiles(
  given: Readonly<Record<string, { readonly name: string; readonly type: string; readonly text: string }>> = {},
): FileStore & { readonly names: () => readonly string[] } {
  const files = new Map(
    Object.entries(given).map(([id, { name, type, text }]) => [
      id,
      { name, type, bytes: Buffer.from(text) as Uint8Array },
    ]),
  );
  return {
    put: ({ name, bytes }) => {
      const id = `file-${files.size + 1}`;
      files.set(id, { name, type: 'text/csv', bytes });
      return id;
    },
    get: (id) => files.get(id) ?? null,
    names: () => [...files.values()].map(({ name }) => name),
  };
}

export type LogLine = { readonly level: string; readonly event: string; readonly fields: LogFields };

/** A log that remembers its lines. */
export function rememberingLog(): Log & { readonly lines: readonly LogLine[] } {
  const lines: LogLine[] = [];
  const remember =
    (level: string) =>
    (event: string, fields: LogFields = {}): void => {
      lines.push({ level, event, fields });
    };
  return { lines, info: remember('info'), warn: remember('warn'), error: remember('error') };
}
