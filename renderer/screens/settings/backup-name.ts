const two = (value: number): string => String(value).padStart(2, '0');

/** A name with the minute in it, in the folder that was typed, or as it stands where none was. */
export function suggestBackupName(typed: string, now: Date): string {
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const folder = /^.*[\\/]/.exec(typed.trim())?.[0] ?? '';
  return `${folder}dispatch-desk-${day}-${two(now.getHours())}${two(now.getMinutes())}.backup`;
}
