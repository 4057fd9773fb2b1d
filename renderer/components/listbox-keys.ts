const PAGE_ROWS = 8;

/** Where a key moves the choice in a list of `count` rows; null for keys a list does not know. `fresh`: nothing was chosen yet. */
export function stepFor(key: string, active: number, count: number, fresh: boolean): number | null {
  const last = count - 1;
  if (last < 0) return null;
  switch (key) {
    case 'ArrowDown':
      return fresh ? 0 : Math.min(last, active + 1);
    case 'ArrowUp':
      return Math.max(0, active - 1);
    case 'PageDown':
      return Math.min(last, active + PAGE_ROWS);
    case 'PageUp':
      return Math.max(0, active - PAGE_ROWS);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return null;
  }
}
