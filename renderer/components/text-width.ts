const WIDE = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/;

/** About how many times its own font size a bold text is wide: Chinese glyphs are square, the rest is narrower. */
export function textWidthEm(text: string): number {
  let width = 0;
  for (const char of text) width += WIDE.test(char) ? 1 : (NARROW[char] ?? (/[A-Z@%&MW]/.test(char) ? 0.72 : 0.61));
  return Math.max(1, width);
}

const NARROW: { readonly [char: string]: number } = {
  ' ': 0.28,
  '.': 0.3,
  ',': 0.3,
  ':': 0.3,
  i: 0.3,
  l: 0.3,
  '/': 0.4,
};
