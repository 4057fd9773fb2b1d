import { describe, expect, test } from 'vitest';
import { RowProblemSchema } from '../../../shared/contract/job.ts';
import { CORRECTION_LAYOUT, mapHeader, ORDER_LAYOUT, SHIPMENT_LAYOUT } from '../../../shared/domain/import-columns.ts';
import { columnName, describeRowProblem } from '../../../shared/messages/describe-row-problem.ts';

const CHINESE = /[\u4e00-\u9fff]/;
const row = { row: 7, column: 'quantity', value: 'two', detail: '' } as const;

describe('the sentence of a refused row', () => {
  test('exists for every reason in Chinese and English', () => {
    for (const reason of RowProblemSchema.shape.reason.options) {
      expect(describeRowProblem({ ...row, reason }, 'zh-CN'), reason).toMatch(CHINESE);
      expect(describeRowProblem({ ...row, reason }, 'en'), reason).not.toMatch(CHINESE);
    }
  });

  test('names the column in the reader’s language and shows what stood there', () => {
    expect(describeRowProblem({ ...row, reason: 'not-a-number' }, 'zh-CN')).toBe('「数量」要填整数，这里是「two」。');
    expect(describeRowProblem({ ...row, reason: 'not-a-number' }, 'en')).toBe(
      'The quantity must be a whole number; it says “two”.',
    );
  });

  test('says how digits lost in a spreadsheet are brought back', () => {
    const lost = { ...row, column: 'order_id', reason: 'lost-digits' as const, value: '3.70512E+18' };
    expect(describeRowProblem(lost, 'zh-CN')).toContain('「文本」格式');
    expect(describeRowProblem(lost, 'en')).toContain('Set the column to Text');
  });

  test('adds a detail that says more, and never says the same twice', () => {
    expect(describeRowProblem({ ...row, reason: 'out-of-range', detail: '1–10000' }, 'en')).toContain('(1–10000)');
    expect(describeRowProblem({ ...row, reason: 'duplicate', detail: 'two' }, 'en')).not.toContain('(two)');
  });

  test('puts another row and a platform rule into words', () => {
    expect(describeRowProblem({ ...row, reason: 'duplicate', detail: '#3' }, 'zh-CN')).toContain('（见第 3 行）');
    const rule = describeRowProblem({ ...row, reason: 'rule', detail: 'sku-in-one-package' }, 'en');
    expect(rule).not.toContain('sku-in-one-package');
    expect(rule).toMatch(/\(.{10,}\)$/);
  });

  test('names columns in Chinese so that a file with these headers is read back', () => {
    for (const layout of [ORDER_LAYOUT, SHIPMENT_LAYOUT, CORRECTION_LAYOUT]) {
      const header = layout.columns.map((column) => columnName(column, 'zh-CN'));
      expect([...mapHeader(header, layout).values()]).toEqual(layout.columns);
    }
  });

  test('keeps the name of a column it does not know', () => {
    expect(columnName('颜色', 'en')).toBe('颜色');
  });
});
