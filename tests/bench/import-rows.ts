/** Cells of an order file as shops export them: Chinese text, quotes, line breaks, 19-digit numbers. */
export const HEADERS = [
  ...['店铺', '订单号', '商品ID', '规格ID', '商家编码', '条码', '商品名称', '规格', '数量'],
  ...['子订单号', '备注', '发货截止', '快递单号', '买家留言', '序号'],
] as const;

const GOODS = [
  '正山小种红茶',
  '西湖龙井绿茶',
  '手工陶瓷茶杯',
  '云南普洱茶饼',
  '茉莉花茶',
  '紫砂茶壶',
  '竹制茶盘',
  '白毫银针',
];

/** Row `n` of the file, from 0; always the same. */
export function importRow(n: number): readonly string[] {
  const goods = GOODS[n % GOODS.length] ?? '';
  return [
    '山野茶铺',
    `37046${String(n).padStart(14, '0')}`,
    '10000108361213',
    `23689${n % 997}`,
    `T-${n % 997}`,
    `690123${String(n % 997).padStart(7, '0')}`,
    `${goods} "明前" ${n % 997} 号`,
    n % 3 === 0 ? '500g，礼盒' : '250g',
    String(1 + (n % 4)),
    `37046${String(n).padStart(14, '0')}1`,
    n % 7 === 0 ? `请放门口\n第 ${n} 格，谢谢` : '',
    '2026-12-01 18:00',
    `75${String(n).padStart(12, '0')}`,
    n % 5 === 0 ? '送给妈妈的生日礼物，𠮷祥如意' : '',
    `N${n}`,
  ];
}

/** The rows as CSV text in pieces of a thousand. */
export function* csvPieces(rows: number): Generator<string> {
  yield csvLine(HEADERS);
  for (let from = 0; from < rows; from += 1_000)
    yield Array.from({ length: Math.min(1_000, rows - from) }, (_, index) => csvLine(importRow(from + index))).join('');
}

const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/["\n,]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`;
