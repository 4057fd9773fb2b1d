/** A duration as the biggest unit that says it: `{ unit: 'minutes', count: 12 }`. Never negative. */
export function age(fromIso: string, nowMs: number): { readonly unit: AgeUnit; readonly count: number } {
  const seconds = Math.max(0, Math.floor((nowMs - Date.parse(fromIso)) / 1_000));
  if (seconds < 60) return { unit: 'seconds', count: seconds };
  if (seconds < 3_600) return { unit: 'minutes', count: Math.floor(seconds / 60) };
  if (seconds < 172_800) return { unit: 'hours', count: Math.floor(seconds / 3_600) };
  return { unit: 'days', count: Math.floor(seconds / 86_400) };
}

export type AgeUnit = 'seconds' | 'minutes' | 'hours' | 'days';
