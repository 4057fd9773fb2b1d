import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { roomNames } from './source-files.ts';

const mostLines = 10;

/** Second-level folders without a README.md, and those whose README.md is longer than ten lines; rows of a table do not count. */
export function findMissingReadmes(root: string): string[] {
  return secondLevelFolders(root).flatMap((folder) => {
    const file = join(root, folder, 'README.md');
    if (!existsSync(file)) return [`${folder}/README.md is missing`];
    const lines = readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');
    const told = lines.filter((line) => !line.startsWith('|')).length;
    return told > mostLines ? [`${folder}/README.md has ${told} lines, at most ${mostLines}`] : [];
  });
}

function secondLevelFolders(root: string): string[] {
  return roomNames
    .filter((room) => existsSync(join(root, room)))
    .flatMap((room) =>
      readdirSync(join(root, room), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => `${room}/${entry.name}`),
    );
}
