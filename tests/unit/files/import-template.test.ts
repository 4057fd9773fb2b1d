import { describe, expect, it } from 'vitest';
import { readTable } from '../../../electron/services/files/read-table.ts';
import { importTemplate, templateHeaders } from '../../../electron/services/files/import-template.ts';
import { LAYOUTS, mapHeader } from '../../../shared/domain/import-columns.ts';

describe.each(Object.entries(LAYOUTS))('the template for %s', (_kind, layout) => {
  it.each(['zh-CN', 'en'] as const)('has headers in %s that the import knows', (language) => {
    expect([...mapHeader(templateHeaders(layout, language), layout).values()]).toEqual(layout.columns);
  });

  it('is read back by the import as headers and nothing else', async () => {
    const bytes = importTemplate(layout, 'zh-CN');
    const filled: (readonly string[])[] = [];
    for await (const slice of readTable(bytes)) {
      expect(slice.ok).toBe(true);
      if (slice.ok)
        filled.push(...slice.value.rows.map(({ cells }) => cells).filter((cells) => cells.some((cell) => cell !== '')));
    }
    expect(filled).toEqual([templateHeaders(layout, 'zh-CN')]);
  });
});
