import type { Problem } from '../../../../shared/contract/problem.ts';
import { err, ok, type Result } from '../../../../shared/kernel/result.ts';
import { unreadable } from '../table.ts';
import { inflateText } from './inflate.ts';
import { attribute, createXmlFeed } from './xml-tokens.ts';
import type { ZipEntry } from './zip-directory.ts';

/** The parts of a workbook that an import reads. */
export type SheetParts = { readonly entry: ZipEntry; readonly stringsPath: string };

const MAX_PART_BYTES = 4 * 1024 * 1024;

/** Finds the first sheet that is not hidden (ECMA-376 18.2.19) and where its strings are. */
export async function findSheet(directory: ReadonlyMap<string, ZipEntry>): Promise<Result<SheetParts, Problem>> {
  const sheets: { id: string; visible: boolean }[] = [];
  const targets = new Map<string, string>();
  let stringsPath = 'xl/sharedStrings.xml';
  const workbook = await eachTag(directory.get('xl/workbook.xml'), (name, attributes) => {
    if (name !== 'sheet') return;
    const state = attribute(attributes, 'state') ?? 'visible';
    sheets.push({ id: relationId(attributes), visible: state === 'visible' });
  });
  if (!workbook.ok) return workbook;
  const relations = await eachTag(directory.get('xl/_rels/workbook.xml.rels'), (name, attributes) => {
    if (name !== 'Relationship') return;
    const path = partPath(attribute(attributes, 'Target') ?? '');
    targets.set(attribute(attributes, 'Id') ?? '', path);
    if ((attribute(attributes, 'Type') ?? '').endsWith('/sharedStrings')) stringsPath = path;
  });
  if (!relations.ok) return relations;
  const sheet = sheets.find(({ visible }) => visible) ?? sheets[0];
  const entry = directory.get(targets.get(sheet?.id ?? '') ?? '');
  return entry === undefined ? err(unreadable('no-sheet')) : ok({ entry, stringsPath });
}

/** The relation id under whatever prefix the file gives its namespace; `r:id` nearly always. */
const relationId = (attributes: string): string =>
  attribute(attributes, 'r:id') ?? /\s\w+:id="([^"]*)"/.exec(attributes)?.[1] ?? '';

/** Targets are relative to `xl/` unless they begin at the root. */
const partPath = (target: string): string => (target.startsWith('/') ? target.slice(1) : `xl/${target}`);

async function eachTag(
  entry: ZipEntry | undefined,
  open: (name: string, attributes: string) => void,
): Promise<Result<null, Problem>> {
  if (entry === undefined) return err(unreadable('no-sheet'));
  const feed = createXmlFeed({ open, close: () => undefined, text: () => undefined });
  for await (const chunk of inflateText(entry, MAX_PART_BYTES)) {
    if (!chunk.ok) return chunk;
    if (!feed.push(chunk.value)) return err(unreadable('damaged'));
  }
  return ok(null);
}
