import { code128, drawingSVG } from 'bwip-js/generic';
import type { Language } from '../../../shared/contract/system.ts';
import { badgeCode } from '../../../shared/domain/badge.ts';
import type { Operator } from './operator-store.ts';

const WORDS: Readonly<Record<Language, { readonly title: string; readonly product: string }>> = {
  'zh-CN': { title: '工牌', product: '发货台' },
  en: { title: 'Badges', product: 'Dispatch Desk' },
};

/** Two columns of cards the size of a bank card, far enough apart that a scanner cannot hit the neighbour. */
const STYLE = `
@page { size: A4; margin: 12mm }
body { margin: 0; font-family: system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #000 }
main { display: grid; grid-template-columns: 85.6mm 85.6mm; gap: 14mm 12mm }
section { box-sizing: border-box; height: 54mm; padding: 5mm; border: 0.3mm dashed #666; border-radius: 3mm; break-inside: avoid; text-align: center }
p { margin: 0; font-size: 10pt }
h2 { margin: 1mm 0 2mm; font-size: 20pt; line-height: 1.1; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
svg { width: 66mm; height: 18mm }
code { font: 12pt ui-monospace, monospace; letter-spacing: 0.1em }
`;

/** The badges of some people as one page to print. Code 128 in its digit set, bars 15 mm high (PACK-STATION 4.7). */
export function badgeSheet(people: readonly Operator[], language: Language): string {
  const { title, product } = WORDS[language];
  const cards = people.map(({ name, badgeNumber }) => {
    const code = badgeCode(badgeNumber);
    return `<section><p>${product}</p><h2>${escaped(name)}</h2>${barcode(code)}<p><code>${code}</code></p></section>`;
  });
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style></head><body><main>${cards.join('')}</main></body></html>`;
}

/** Ten digits fit five signs of set C: 66 mm across give bars of more than 0.33 mm. */
const barcode = (code: string): string =>
  code128(
    {
      bcid: 'code128',
      text: code,
      height: 15,
      scale: 2,
      paddingwidth: 10,
      paddingheight: 1,
      backgroundcolor: 'FFFFFF',
    },
    drawingSVG(),
  );

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
