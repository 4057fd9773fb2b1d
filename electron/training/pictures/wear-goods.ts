import type { Drawing } from './paint.ts';

/** Things to wear and to carry. */
export const WEAR_GOODS = {
  tshirt: ({ main, dark, light }) =>
    `<path d="M76 42l-44 24l16 36l18-8v78h68v-78l18 8l16-36l-44-24c-6 20-42 20-48 0z" fill="${main}"/><path d="M76 42c6 20 42 20 48 0l8 4c-8 28-56 28-64 0z" fill="${dark}"/><circle cx="100" cy="114" r="18" fill="${light}"/><path d="M90 114l8 8l14-16" stroke="${dark}" stroke-width="5" fill="none"/>`,
  socks: ({ main, dark, light }) =>
    `<path d="M58 36h40v72l-8 30c-2 10-10 16-20 20l-22 10c-18 8-34-14-18-26l28-22z" fill="${main}"/><rect x="56" y="32" width="44" height="22" rx="5" fill="${dark}"/><path d="M110 36h40v78l-8 28c-2 10-10 16-20 20l-14 6c-18 8-34-12-18-24l20-20z" fill="${light}" stroke="${dark}" stroke-width="3"/><rect x="108" y="32" width="44" height="22" rx="5" fill="${main}"/><path d="M110 74h40M110 90h40" stroke="${main}" stroke-width="6"/>`,
  cap: ({ main, dark, light }) =>
    `<path d="M40 124c0-46 24-74 60-74s60 28 60 74z" fill="${main}"/><path d="M100 50c-14 16-20 44-20 74h40c0-30-6-58-20-74z" fill="${dark}" opacity="0.55"/><path d="M40 120c40-12 96-12 140 14c6 10-2 18-12 14c-40-16-84-16-128-6z" fill="${dark}"/><circle cx="100" cy="48" r="7" fill="${light}"/>`,
  tote: ({ main, dark, light }) =>
    `<path d="M72 80c0-64 56-64 56 0" fill="none" stroke="${dark}" stroke-width="9"/><path d="M46 76h108l8 96H38z" fill="#efe6d2"/><path d="M46 76h108l1 12H45z" fill="${dark}"/><circle cx="100" cy="126" r="26" fill="${main}"/><path d="M86 130c6-16 22-16 28 0c-8 10-20 10-28 0z" fill="${light}"/>`,
  watch: ({ main, dark, light }) =>
    `<path d="M80 26h40l6 40H74zM80 178h40l6-40H74z" fill="${main}"/><rect x="62" y="58" width="76" height="88" rx="22" fill="${dark}"/><rect x="70" y="66" width="60" height="72" rx="15" fill="#16202b"/><rect x="138" y="92" width="8" height="22" rx="4" fill="${dark}"/><path d="M78 108h10l6-16l10 28l7-12h12" stroke="#6fe3a5" stroke-width="4" fill="none"/><rect x="86" y="74" width="28" height="7" rx="3" fill="${light}"/>`,
} as const satisfies Record<string, Drawing>;
