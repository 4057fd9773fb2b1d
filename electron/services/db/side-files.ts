import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';

/** The files one SQLite database consists of, as endings of its name. */
export const SIDE_FILES = ['', '-wal', '-shm'] as const;

/**
 * Moves a database with its side files into a folder, which is made for its user only. Nothing is replaced; what a move
 * that was cut off has left behind joins the rest.
 */
export function moveDatabase(file: string, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const there = SIDE_FILES.filter((suffix) => existsSync(`${file}${suffix}`));
  let name = basename(file);
  for (let n = 2; there.some((suffix) => existsSync(join(folder, `${name}${suffix}`))); n += 1)
    name = `${n}-${basename(file)}`;
  for (const suffix of there) renameSync(`${file}${suffix}`, join(folder, `${name}${suffix}`));
}

/** A moment as part of a file's name, sortable. */
export const nameOfMoment = (atMs: number): string => new Date(atMs).toISOString().replace(/[:.]/g, '-');

/** A folder for what is moved aside at a moment: one that is not there yet. */
export function asideFolder(parent: string, atMs: number): string {
  const wanted = join(parent, nameOfMoment(atMs));
  for (let n = 1; ; n += 1) {
    const folder = n === 1 ? wanted : `${wanted}-${n}`;
    if (!existsSync(folder)) return folder;
  }
}
