/** A drawing: what lies inside a 200 × 200 field, in the given colour. */
export type Drawing = (paint: Paint) => string;

/** The variant's colour with a darker and a lighter neighbour. */
export type Paint = { readonly main: string; readonly dark: string; readonly light: string };

export const paintOf = (accent: string): Paint => ({
  main: accent,
  dark: mix(accent, 0, 0.28),
  light: mix(accent, 255, 0.62),
});

/** Mixes a `#rrggbb` colour with black (0) or white (255). */
function mix(colour: string, towards: 0 | 255, share: number): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  return `#${channels
    .map((channel) =>
      Math.round(channel + (towards - channel) * share)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
