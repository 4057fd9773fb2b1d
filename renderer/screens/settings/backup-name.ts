const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-11-22-0905`: the minute, as it stands in names of files made here. */
export const minuteName = (now: Date): string =>
  `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}-${two(now.getHours())}${two(now.getMinutes())}`;

/** A name with the minute in it, in the folder that was typed, or as it stands where none was. */
export function suggestBackupName(typed: string, now: Date): string {
  const folder = /^.*[\\/]/.exec(typed.trim())?.[0] ?? '';
  return `${folder}dispatch-desk-${minuteName(now)}.backup`;
}
