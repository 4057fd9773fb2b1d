/** Print style of the practice sheet: A4, one order never cut by a page break, bars at least a quarter millimetre wide. */
export const SHEET_STYLE = `
@page { size: A4; margin: 12mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 190mm; font: 10.5pt/1.45 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #111; background: #fff; }
h1 { font-size: 18pt; margin: 0 0 2mm; }
header p { margin: 0 0 1mm; }
header ol { display: flex; gap: 8mm; margin: 0 0 4mm; padding-left: 5mm; }
.order { break-inside: avoid; border: 0.4mm solid #333; border-radius: 2mm; margin: 0 0 5mm; padding: 3mm 4mm; }
h2 { font-size: 11.5pt; margin: 0 0 2mm; }
h2 span { display: inline-block; min-width: 7mm; margin-right: 2mm; padding: 0 1.5mm; border-radius: 1mm; background: #222; color: #fff; text-align: center; }
h3 { font-size: 9.5pt; margin: 0 0 1mm; color: #444; }
.parts { display: grid; grid-template-columns: 58mm 1fr 54mm; gap: 4mm; }
.item { display: flex; gap: 2.5mm; margin-bottom: 2mm; }
.item > svg { width: 17mm; height: 17mm; flex: none; }
.item p { margin: 0 0 1mm; font-size: 9pt; line-height: 1.3; }
.code { margin: 0 0 1.5mm; text-align: center; }
.code svg { display: block; width: 100%; max-width: 58mm; height: 12mm; margin: 0 auto; }
.goods .code svg { max-width: 42mm; height: 10mm; }
figcaption { font-size: 8.5pt; letter-spacing: 0.02em; }
small { color: #444; }
.hint { margin: 0; font-size: 8pt; color: #444; text-align: center; }
footer { font-size: 8pt; color: #555; text-align: center; }
`;
