import type { CatalogueEntry } from '../../shared/domain/platforms/reply-class.ts';

/** The address of one entry of the catalogue. Keys hold letters, digits, `:` and `-` only. */
export const entryPath = ({ platform, key, code }: Pick<CatalogueEntry, 'platform' | 'key' | 'code'>): string =>
  `/codes/${platform}/${key ?? code}`;
