import { expect } from 'vitest';
import type { CatalogueEntry } from '../../../../shared/domain/platforms/reply-class.ts';

/** Short, in the right script, the remedy a whole sentence; and a box that must stay is never told to leave. */
export function expectPlainSentences(entries: readonly CatalogueEntry[]): void {
  for (const entry of entries) {
    const where = `${entry.code} ${entry.zh.meaning}`;
    expect([...entry.zh.meaning].length, where).toBeLessThanOrEqual(40);
    expect([...entry.zh.remedy].length, where).toBeLessThanOrEqual(40);
    expect(entry.en.meaning.length, where).toBeLessThanOrEqual(110);
    expect(entry.en.remedy.length, where).toBeLessThanOrEqual(130);
    expect(entry.zh.meaning + entry.zh.remedy, where).toMatch(/[一-鿿]/);
    expect(entry.en.meaning + entry.en.remedy, where).not.toMatch(/[一-鿿]/);
    expect(entry.zh.remedy, where).toMatch(/。$/);
    expect(entry.en.remedy, where).toMatch(/\.$/);
    if (entry.box === 'ship') expect(entry.replyClass.kind, where).toBe('retry');
    if (entry.replyClass.kind === 'business') expect(entry.box, where).toBe('keep');
  }
}
