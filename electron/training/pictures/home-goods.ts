import type { Drawing } from './paint.ts';

/** Things for the home. */
export const HOME_GOODS = {
  towel: ({ main, dark, light }) =>
    `<rect x="40" y="118" width="120" height="50" rx="14" fill="${main}"/><rect x="40" y="84" width="120" height="44" rx="14" fill="${light}"/><rect x="40" y="52" width="120" height="42" rx="14" fill="${main}"/><path d="M148 60v100" stroke="${dark}" stroke-width="5"/><path d="M138 60v100" stroke="#fff" stroke-width="4" opacity="0.7"/><path d="M54 106h70M54 74h70M54 144h70" stroke="#fff" stroke-width="3" opacity="0.5"/>`,
  cushion: ({ main, dark, light }) =>
    `<path d="M40 58c40 8 80 8 120 0c-8 36-8 70 0 106c-40-8-80-8-120 0c8-36 8-70 0-106z" fill="${main}"/><path d="M66 68c4 30 4 58 0 88M88 71c2 28 2 54 0 82M112 71c-2 28-2 54 0 82M134 68c-4 30-4 58 0 88" stroke="${dark}" stroke-width="4" fill="none"/><circle cx="100" cy="112" r="8" fill="${light}"/>`,
  plant: ({ main, dark }) =>
    `<g fill="#4f9d69"><path d="M98 126c-14-30-14-66-4-92c12 28 14 62 8 92z"/><path d="M92 126c-24-14-38-38-42-66c26 14 42 36 46 64z" fill="#3c8056"/><path d="M108 126c24-14 38-38 42-66c-26 14-42 36-46 64z" fill="#6bb384"/></g><path d="M62 122h76l-10 42c-2 6-6 8-12 8H84c-6 0-10-2-12-8z" fill="${main}"/><rect x="56" y="114" width="88" height="16" rx="5" fill="${dark}"/>`,
  umbrella: ({ main, dark, light }) =>
    `<path d="M100 100v54c0 18 26 18 26 0" fill="none" stroke="#6b4a32" stroke-width="8" stroke-linecap="round"/><path d="M26 106c4-42 36-70 74-70s70 28 74 70c-12-12-26-12-37 0c-11-12-26-12-37 0c-11-12-26-12-37 0c-11-12-25-12-37 0z" fill="${main}"/><path d="M100 36c-20 16-34 40-37 70c11-12 26-12 37 0c11-12 26-12 37 0c-3-30-17-54-37-70z" fill="${dark}"/><path d="M100 24v14" stroke="${light}" stroke-width="6" stroke-linecap="round"/>`,
  lamp: ({ main, dark, light }) =>
    `<path d="M118 56L66 92l34 70" fill="none" stroke="${dark}" stroke-width="9" stroke-linejoin="round"/><path d="M96 44l46-14c14 12 20 30 14 50z" fill="${main}"/><path d="M142 72l34 48H98z" fill="#fce8a8" opacity="0.7"/><rect x="64" y="158" width="76" height="13" rx="6" fill="${main}"/><circle cx="66" cy="92" r="8" fill="${light}"/>`,
} as const satisfies Record<string, Drawing>;
