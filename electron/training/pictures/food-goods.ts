import type { Drawing } from './paint.ts';

/** Tea, food and the vessels for them. */
export const FOOD_GOODS = {
  tea: ({ main, dark, light }) =>
    `<rect x="62" y="62" width="76" height="108" rx="8" fill="${main}"/><rect x="62" y="150" width="76" height="20" rx="8" fill="${dark}"/><rect x="58" y="40" width="84" height="28" rx="8" fill="${dark}"/><rect x="74" y="86" width="52" height="52" rx="26" fill="#fff"/><path d="M100 96c16 6 16 24 0 34c-16-10-16-28 0-34z" fill="${main}"/><path d="M100 98v30" stroke="${light}" stroke-width="3"/>`,
  giftbox: ({ main, dark, light }) =>
    `<rect x="46" y="88" width="108" height="82" rx="6" fill="${main}"/><rect x="38" y="68" width="124" height="28" rx="6" fill="${dark}"/><rect x="90" y="68" width="20" height="102" fill="${light}"/><path d="M100 68c-34 4-42-34-18-36c14 0 18 22 18 36zm0 0c34 4 42-34 18-36c-14 0-18 22-18 36z" fill="none" stroke="${light}" stroke-width="9"/>`,
  mug: ({ main, dark, light }) =>
    `<path d="M132 84h14c26 0 26 50 0 50h-16" fill="none" stroke="${dark}" stroke-width="13"/><path d="M52 62h86v84c0 16-10 26-26 26H78c-16 0-26-10-26-26z" fill="${main}"/><ellipse cx="95" cy="62" rx="43" ry="11" fill="${dark}"/><ellipse cx="95" cy="64" rx="35" ry="7" fill="#6b4a32"/><rect x="64" y="86" width="10" height="62" rx="5" fill="${light}" opacity="0.8"/>`,
  teapot: ({ main, dark, light }) =>
    `<path d="M138 112c14-2 20-16 22-34l16-4c-2 34-14 58-38 62z" fill="${dark}"/><path d="M62 96c-34-6-38 44 2 42" fill="none" stroke="${dark}" stroke-width="11"/><path d="M56 122c0-32 20-48 46-48s46 16 46 48c0 28-16 46-46 46s-46-18-46-46z" fill="${main}"/><path d="M70 84c8-14 56-14 64 0c-14 8-50 8-64 0z" fill="${dark}"/><circle cx="102" cy="64" r="9" fill="${dark}"/><path d="M72 118c2-16 8-24 18-28" stroke="${light}" stroke-width="6" fill="none" stroke-linecap="round"/>`,
  flask: ({ main, dark, light }) =>
    `<rect x="74" y="70" width="52" height="102" rx="12" fill="${main}"/><rect x="74" y="64" width="52" height="16" fill="#c9cfd6"/><rect x="78" y="30" width="44" height="38" rx="8" fill="${dark}"/><rect x="84" y="88" width="9" height="66" rx="4" fill="${light}"/><circle cx="110" cy="126" r="9" fill="${light}"/>`,
  candle: ({ main, dark, light }) =>
    `<path d="M100 30c14 16 14 32 0 40c-14-8-14-24 0-40z" fill="#f5b041"/><path d="M100 48c6 8 6 14 0 20c-6-6-6-12 0-20z" fill="#fdebd0"/><rect x="98" y="66" width="4" height="18" fill="#555"/><rect x="60" y="82" width="80" height="88" rx="10" fill="${light}"/><rect x="60" y="82" width="80" height="18" rx="9" fill="#fff" opacity="0.7"/><rect x="72" y="112" width="56" height="40" rx="4" fill="#fff"/><path d="M82 126h36M82 138h24" stroke="${dark}" stroke-width="4"/><rect x="60" y="162" width="80" height="8" rx="4" fill="${main}"/>`,
  cookies: ({ main, dark, light }) =>
    `<ellipse cx="100" cy="146" rx="66" ry="22" fill="${dark}"/><rect x="34" y="98" width="132" height="48" fill="${main}"/><ellipse cx="100" cy="98" rx="66" ry="22" fill="${light}"/><g fill="#d9a05b" stroke="#a8713a" stroke-width="2"><circle cx="76" cy="90" r="18"/><circle cx="122" cy="90" r="18"/><circle cx="99" cy="76" r="18"/></g><g fill="#6b3f1d"><circle cx="70" cy="86" r="3"/><circle cx="82" cy="94" r="3"/><circle cx="116" cy="86" r="3"/><circle cx="126" cy="96" r="3"/><circle cx="95" cy="72" r="3"/><circle cx="105" cy="82" r="3"/></g>`,
  honey: ({ main, dark }) =>
    `<rect x="56" y="66" width="88" height="106" rx="20" fill="${main}"/><path d="M56 96c30 12 58-12 88 0v56c0 12-8 20-20 20H76c-12 0-20-8-20-20z" fill="${dark}" opacity="0.75"/><rect x="60" y="40" width="80" height="28" rx="7" fill="#8a5a2b"/><path d="M82 104l18-10l18 10v20l-18 10l-18-10z" fill="#fff"/><path d="M90 112l10-6l10 6v10l-10 6l-10-6z" fill="${main}"/>`,
  nuts: ({ main, dark, light }) =>
    `<path d="M60 44h80l8 118c0 6-4 10-10 10H62c-6 0-10-4-10-10z" fill="${main}"/><path d="M60 44h80l2 18H58z" fill="${dark}"/><path d="M62 44l6-8l6 8l6-8l6 8l6-8l6 8l6-8l6 8l6-8l6 8l6-8l6 8z" fill="${dark}"/><rect x="68" y="82" width="64" height="66" rx="10" fill="#fff"/><path d="M86 106c10-14 22-4 16 10c-6 12-22 6-16-10zm20 16c12-8 22 4 12 14c-10 8-20-6-12-14z" fill="#b07a45"/><circle cx="86" cy="130" r="9" fill="${light}" stroke="${dark}" stroke-width="3"/>`,
} as const satisfies Record<string, Drawing>;
