/** Chinese words have two characters, so that is what is indexed of them; of Latin letters and digits it is three. */
const PART = /[a-z0-9]+|(?:(?![a-z0-9])[\p{L}\p{N}])+/gu;
const sizeOf = (part: string): number => (/^[a-z0-9]/.test(part) ? 3 : 2);

/** More grams than this narrow nothing down any more. */
const MOST_ASKED = 8;

/** Every gram of a plain text, and the shorter ends of its words, so that one letter is found as the start of a gram. */
export function gramsOf(text: string): string {
  const grams = new Set<string>();
  for (const [part] of text.matchAll(PART)) {
    const letters = [...part];
    const size = sizeOf(part);
    for (let at = 0; at < letters.length; at += 1) grams.add(letters.slice(at, at + size).join(''));
  }
  return [...grams].join(' ');
}

/** The FTS5 question for texts that may hold a plain text; null where it has no letter and no digit. */
export function gramQuestion(text: string): string | null {
  const asked = new Set<string>();
  const starts = new Set<string>();
  for (const [part] of text.matchAll(PART)) {
    const letters = [...part];
    const size = sizeOf(part);
    if (letters.length < size) starts.add(`"${part}"*`);
    for (let at = 0; at + size <= letters.length; at += 1) asked.add(`"${letters.slice(at, at + size).join('')}"`);
  }
  // The start of a gram stands for very many; beside a whole gram it would only take time.
  const all = asked.size === 0 ? [...starts] : [...asked];
  if (all.length === 0) return null;
  const step = Math.max(1, all.length / MOST_ASKED);
  return Array.from({ length: Math.min(all.length, MOST_ASKED) }, (_, index) => all[Math.floor(index * step)]).join(
    ' AND ',
  );
}
