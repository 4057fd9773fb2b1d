/** A size as people say it. */
export function fileSize(bytes: number, language: string): string {
  const [unit, by, digits] = UNITS.find(([, least]) => bytes >= least) ?? SMALLEST;
  return new Intl.NumberFormat(language, { style: 'unit', unit, maximumFractionDigits: digits }).format(bytes / by);
}

/** Name, bytes in one, digits behind the point. */
const SMALLEST = ['byte', 1, 0] as const;
const UNITS = [['megabyte', 1_000_000, 1], ['kilobyte', 1_000, 0], SMALLEST] as const;
