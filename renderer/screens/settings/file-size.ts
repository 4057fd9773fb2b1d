/** A size as people say it. */
export function fileSize(bytes: number, language: string): string {
  const big = bytes >= 1_000_000;
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: big ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: big ? 1 : 0,
  }).format(bytes / (big ? 1_000_000 : 1_000));
}
