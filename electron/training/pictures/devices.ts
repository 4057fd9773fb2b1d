import type { Drawing } from './paint.ts';

const SCREEN = '#1d2733';

/** Devices and what belongs to them. */
export const DEVICES = {
  phone: ({ main, dark, light }) =>
    `<rect x="62" y="26" width="76" height="148" rx="16" fill="${dark}"/><rect x="68" y="32" width="64" height="136" rx="11" fill="${SCREEN}"/><path d="M68 120c24-26 44 6 64-20v57c0 6-5 11-11 11H79c-6 0-11-5-11-11z" fill="${main}"/><circle cx="100" cy="42" r="4" fill="#000"/><rect x="80" y="62" width="40" height="9" rx="4" fill="${light}"/><rect x="86" y="78" width="28" height="5" rx="2" fill="#fff" opacity="0.7"/>`,
  tablet: ({ main, dark, light }) =>
    `<rect x="26" y="50" width="148" height="112" rx="14" fill="${dark}"/><rect x="34" y="58" width="132" height="96" rx="8" fill="${SCREEN}"/><path d="M34 138l38-38l28 26l22-20l44 40c0 5-3 8-8 8H42c-5 0-8-3-8-8z" fill="${main}"/><circle cx="134" cy="82" r="11" fill="#f7d774"/><rect x="46" y="70" width="44" height="7" rx="3" fill="${light}"/>`,
  headphones: ({ main, dark, light }) =>
    `<path d="M44 122c0-98 112-98 112 0" fill="none" stroke="${dark}" stroke-width="13"/><rect x="34" y="106" width="34" height="60" rx="15" fill="${main}"/><rect x="132" y="106" width="34" height="60" rx="15" fill="${main}"/><rect x="60" y="114" width="13" height="44" rx="6" fill="${light}"/><rect x="127" y="114" width="13" height="44" rx="6" fill="${light}"/>`,
  charger: ({ main, dark, light }) =>
    `<rect x="78" y="26" width="11" height="34" rx="3" fill="#aab2bb"/><rect x="111" y="26" width="11" height="34" rx="3" fill="#aab2bb"/><rect x="56" y="54" width="88" height="116" rx="18" fill="${main}"/><rect x="72" y="124" width="56" height="9" rx="4" fill="${dark}"/><rect x="72" y="140" width="56" height="9" rx="4" fill="${dark}"/><path d="M106 72l-20 28h14l-6 20l20-28h-14z" fill="${light}"/>`,
  cable: ({ main, dark, light }) =>
    `<path d="M54 66c0 70 92 8 92 76c0 34-64 34-64 4c0-24 40-20 40 0" fill="none" stroke="${main}" stroke-width="11" stroke-linecap="round"/><rect x="41" y="40" width="26" height="38" rx="7" fill="${dark}"/><rect x="46" y="24" width="16" height="18" rx="3" fill="#aab2bb"/><rect x="109" y="132" width="26" height="38" rx="7" fill="${dark}"/><path d="M54 82v8M146 126v8" stroke="${light}" stroke-width="5"/>`,
  keyboard: ({ main, dark, light }) =>
    `<rect x="20" y="70" width="160" height="80" rx="11" fill="${dark}"/><g fill="${light}">${[0, 1, 2]
      .map((row) =>
        Array.from(
          { length: 9 },
          (_, key) => `<rect x="${29 + key * 16}" y="${79 + row * 17}" width="13" height="13" rx="3"/>`,
        ).join(''),
      )
      .join(
        '',
      )}</g><rect x="61" y="130" width="78" height="12" rx="4" fill="${main}"/><rect x="29" y="79" width="13" height="13" rx="3" fill="${main}"/><rect x="29" y="130" width="26" height="12" rx="4" fill="${light}"/><rect x="145" y="130" width="26" height="12" rx="4" fill="${light}"/>`,
  mouse: ({ main, dark, light }) =>
    `<path d="M60 92c0-34 18-54 40-54s40 20 40 54v30c0 30-16 50-40 50s-40-20-40-50z" fill="${main}"/><path d="M100 38v52M60 92h80" stroke="${dark}" stroke-width="5"/><rect x="93" y="56" width="14" height="28" rx="7" fill="${light}"/>`,
  speaker: ({ main, dark, light }) =>
    `<rect x="30" y="64" width="140" height="94" rx="40" fill="${main}"/><circle cx="74" cy="111" r="31" fill="${dark}"/><circle cx="74" cy="111" r="16" fill="${light}"/><circle cx="126" cy="111" r="31" fill="${dark}"/><circle cx="126" cy="111" r="16" fill="${light}"/><path d="M66 64c0-24 68-24 68 0" fill="none" stroke="${dark}" stroke-width="9"/>`,
  powerbank: ({ main, dark, light }) =>
    `<rect x="56" y="32" width="88" height="138" rx="18" fill="${main}"/><rect x="72" y="32" width="22" height="9" rx="3" fill="${dark}"/><rect x="106" y="32" width="22" height="9" rx="3" fill="${dark}"/><g fill="${light}"><circle cx="78" cy="148" r="5"/><circle cx="93" cy="148" r="5"/><circle cx="108" cy="148" r="5"/></g><circle cx="123" cy="148" r="5" fill="${dark}"/><path d="M107 66l-24 34h16l-7 26l25-36h-17z" fill="#fff" stroke="${dark}" stroke-width="3"/>`,
} as const satisfies Record<string, Drawing>;
