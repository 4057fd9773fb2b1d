import { DESK_GOODS } from './desk-goods.ts';
import { DEVICES } from './devices.ts';
import { FOOD_GOODS } from './food-goods.ts';
import { HOME_GOODS } from './home-goods.ts';
import { paintOf, type Drawing } from './paint.ts';
import { WEAR_GOODS } from './wear-goods.ts';

const DRAWINGS: Readonly<Record<string, Drawing>> = {
  ...FOOD_GOODS,
  ...HOME_GOODS,
  ...WEAR_GOODS,
  ...DESK_GOODS,
  ...DEVICES,
};

/** Names of everything that can be drawn. */
export const PICTURE_NAMES: readonly string[] = Object.keys(DRAWINGS);

/** A flat picture of a practice product as an SVG that stands for itself. Throws for a name without a drawing. */
export function drawPicture(name: string, accent: string): string {
  const drawing = DRAWINGS[name];
  if (drawing === undefined) throw new Error(`No drawing ${name}`);
  const paint = paintOf(accent);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="200" height="200"><rect width="200" height="200" rx="20" fill="#f6f3ee"/><circle cx="100" cy="104" r="78" fill="${paint.light}" opacity="0.55"/><ellipse cx="100" cy="172" rx="58" ry="7" fill="#000" opacity="0.10"/>${drawing(paint)}</svg>`;
}
