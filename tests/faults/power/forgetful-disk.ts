import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Disk } from '../trial.ts';

const SOURCE = join(import.meta.dirname, 'platter.c');
const PAGE = 4096;
/** Written by the harness, not by the app. */
const OURS = new Set(['plan.json']);

/** How much of what was not flushed survives: nothing (X2), or every 4 KiB page by chance (X3). */
export type Survives = 'nothing' | 'some-pages';

/** Compiles the shim once. Throws with the compiler's words where there is none. */
export function buildPlatter(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'dispatch-desk-platter-')), 'platter.so');
  const { status, stderr, error } = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', file, SOURCE, '-ldl'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The disk shim does not compile: ${error?.message ?? stderr}`);
  return file;
}

/** Where the copies of what was flushed lie, beside a data folder. */
const copies = (dataDir: string): string => `${dataDir}.platter`;
const keptName = (dataDir: string, name: string): string => join(copies(dataDir), name.replaceAll('/', '%'));

/** Everything there is now was flushed long ago: for a folder that was not made under the shim. */
export function takeAsFlushed(dataDir: string): void {
  rmSync(copies(dataDir), { recursive: true, force: true });
  mkdirSync(copies(dataDir), { recursive: true });
  for (const { name, path } of filesBelow(dataDir)) copyFileSync(path, keptName(dataDir, name));
}

/** A disk that has, after a cut, only what was flushed. */
export function forgetfulDisk(platter: string, survives: Survives): Disk {
  return {
    env: (dataDir) => {
      mkdirSync(copies(dataDir), { recursive: true });
      return { LD_PRELOAD: platter, PLATTER_ROOT: dataDir, PLATTER_DIR: copies(dataDir) };
    },
    cut: (dataDir, random) => {
      for (const { name, path } of filesBelow(dataDir)) {
        if (OURS.has(name)) continue;
        const kept = keptName(dataDir, name);
        // Shared memory is rebuilt; a file that was never flushed has no name on the disk yet.
        if (name.endsWith('-shm') || !existsSync(kept)) rmSync(path);
        else if (survives === 'nothing') copyFileSync(kept, path);
        else writeFileSync(path, mixPages(readFileSync(kept), readFileSync(path), random));
      }
    },
  };
}

function filesBelow(dataDir: string): readonly { readonly name: string; readonly path: string }[] {
  return readdirSync(dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path, name: path.slice(dataDir.length + 1) }));
}

/** Each page that differs is the old or the new one by chance; what only the new file has is kept by chance too. */
export function mixPages(old: Buffer, fresh: Buffer, random: () => number): Buffer {
  const mixed = Buffer.alloc(Math.max(old.length, fresh.length));
  old.copy(mixed);
  let length = old.length;
  for (let at = 0; at < fresh.length; at += PAGE) {
    if (random() < 0.5) continue;
    const page = fresh.subarray(at, at + PAGE);
    page.copy(mixed, at);
    length = Math.max(length, at + page.length);
  }
  return mixed.subarray(0, length);
}
