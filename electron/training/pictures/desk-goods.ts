import type { Drawing } from './paint.ts';

/** Books, paper and goods without a parcel. */
export const DESK_GOODS = {
  notebook: ({ main, dark, light }) =>
    `<rect x="54" y="34" width="98" height="138" rx="8" fill="${dark}"/><rect x="60" y="34" width="92" height="138" rx="8" fill="${main}"/><rect x="132" y="34" width="9" height="138" fill="${dark}"/><rect x="74" y="62" width="48" height="26" rx="4" fill="#fff"/><path d="M82 75h32" stroke="${dark}" stroke-width="4"/><path d="M90 172v14l7-6l7 6v-14z" fill="${light}"/>`,
  book: ({ main, dark, light }) =>
    `<path d="M46 44h98c8 0 12 4 12 10v112H58c-8 0-12-4-12-12z" fill="${main}"/><path d="M46 154c0-10 6-14 14-14h96v26H58c-8 0-12-4-12-12z" fill="#fff"/><path d="M58 147h98M58 153h98M60 159h96" stroke="#c9cfd6" stroke-width="2"/><path d="M46 44h14v96c-8 0-14 4-14 14z" fill="${dark}"/><circle cx="108" cy="88" r="24" fill="${light}"/><path d="M96 92c4-18 20-18 24 0M108 70v36" stroke="${dark}" stroke-width="4" fill="none"/>`,
  voucher: ({ main, dark, light }) =>
    `<path d="M28 66h144v26c-14 0-14 22 0 22v26H28v-26c14 0 14-22 0-22z" fill="${main}"/><path d="M122 66v74" stroke="#fff" stroke-width="4" stroke-dasharray="7 6"/><path d="M56 88l16 18l16-18M72 106v22M58 110h28M58 119h28" stroke="#fff" stroke-width="6" fill="none"/><rect x="136" y="90" width="22" height="26" rx="4" fill="${light}"/><path d="M147 90v26M136 102h22" stroke="${dark}" stroke-width="3"/>`,
  course: ({ main, dark, light }) =>
    `<rect x="30" y="44" width="140" height="96" rx="10" fill="${dark}"/><rect x="38" y="52" width="124" height="80" rx="5" fill="#fff"/><circle cx="100" cy="92" r="26" fill="${main}"/><path d="M92 78l24 14l-24 14z" fill="#fff"/><rect x="48" y="122" width="104" height="5" rx="2" fill="${light}"/><rect x="48" y="122" width="38" height="5" rx="2" fill="${main}"/><path d="M76 140h48l8 28H68z" fill="${dark}"/>`,
  stand: ({ main, dark, light }) =>
    `<path d="M44 164h112" stroke="${dark}" stroke-width="11" stroke-linecap="round"/><path d="M56 160l56-62M128 160L84 112" stroke="${main}" stroke-width="11" stroke-linecap="round"/><path d="M34 104l112-30l14 14l-118 32z" fill="${dark}"/><path d="M60 46l88-22l12 58l-98 26z" fill="#2b3542"/><path d="M68 54l74-19l9 42l-82 22z" fill="${light}"/>`,
} as const satisfies Record<string, Drawing>;
