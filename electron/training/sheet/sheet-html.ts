import { drawPicture } from '../pictures/draw-picture.ts';
import { code128Svg } from './barcode-svg.ts';
import type { SheetItem, SheetOrder } from './practice-sheet.ts';
import { SHEET_STYLE } from './sheet-style.ts';
import { SHEET_WORDS, type SheetWords } from './sheet-words.ts';

const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const barcode = (text: string, label = ''): string =>
  `<figure class="code">${code128Svg(text)}<figcaption>${escapeHtml(label)} <b>${escapeHtml(text)}</b></figcaption></figure>`;

/** The practice sheet as one printable A4 page after another: no script, no font, nothing loaded from anywhere. */
export function sheetHtml(orders: readonly SheetOrder[], language: 'zh' | 'en'): string {
  const words = SHEET_WORDS[language];
  const cards = orders.map((order, index) => card(order, index + 1, words, language)).join('\n');
  return `<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><title>${words.title}</title><style>${SHEET_STYLE}</style></head>
<body>
<header><h1>${words.title}</h1><p>${words.intro}</p><ol>${words.steps.map((step) => `<li>${step}</li>`).join('')}</ol></header>
<main>${cards === '' ? `<p>${words.empty}</p>` : cards}</main>
<footer>${words.footer}</footer>
</body>
</html>
`;
}

const card = (
  order: SheetOrder,
  number: number,
  words: SheetWords,
  language: 'zh' | 'en',
): string => `<section class="order">
<h2><span>${number}</span>${escapeHtml(language === 'zh' ? order.shop : order.shopEn)}${order.lesson === null ? '' : ` · ${words.lessons[order.lesson]}`}</h2>
<div class="parts">
<div class="part"><h3>${words.order}</h3>${barcode(order.orderId)}</div>
<div class="part goods"><h3>${words.goods}</h3>${order.items.map((item) => goods(item, words, language)).join('')}</div>
<div class="part"><h3>${words.waybill}</h3>${order.waybills.length === 0 ? `<p class="hint">${words.noWaybill}</p>` : ''}${order.waybills.map((waybill) => barcode(waybill.waybill, waybill.carrierName)).join('')}${order.waybills.length > 1 ? `<p class="hint">${words.second}</p>` : ''}</div>
</div>
</section>`;

function goods(item: SheetItem, words: SheetWords, language: 'zh' | 'en'): string {
  const title = language === 'zh' ? item.title : `${item.titleEn} (${item.title})`;
  const serials = item.serialNumbers.map((serial) => barcode(serial, words.serial)).join('');
  return `<div class="item">${drawPicture(item.picture, item.accent)}
<div><p>${escapeHtml(title)}<br><small>${escapeHtml(item.variant)}</small> <b>${words.pieces(item.quantity)}</b></p>
${barcode(item.barcode)}${serials}</div></div>`;
}
